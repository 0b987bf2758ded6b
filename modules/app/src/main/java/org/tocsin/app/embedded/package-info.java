/**
 * A whole Kafka in this process, for a first look, for tests and for small installations: one real
 * KRaft node, a schema registry, the topics, and a note of where they listen.
 *
 * <p>Everything lies in one data folder and a restart on that folder continues where the last run
 * ended, also after a crash. A folder belongs to one process at a time. What keeps a start from
 * succeeding (a taken port, a full disk, a folder in use) is a {@link
 * org.tocsin.app.embedded.CannotStart} whose message is one sentence for people.
 */
package org.tocsin.app.embedded;
