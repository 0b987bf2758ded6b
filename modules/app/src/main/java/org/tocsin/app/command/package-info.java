/**
 * The command line: a class a command, which reads options and calls the part that does the work.
 *
 * <p>Data go to standard output, words for people to standard error; the exit is 0 when it is done,
 * 1 when it failed, 2 when the command was wrong.
 */
package org.tocsin.app.command;
