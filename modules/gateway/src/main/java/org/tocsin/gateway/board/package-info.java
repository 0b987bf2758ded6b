/**
 * What the dashboard and the REST routes show: bounded views of the log, held in memory and rebuilt
 * from the log at every start. Every gateway holds all of them, so any instance answers any
 * request.
 */
package org.tocsin.gateway.board;
