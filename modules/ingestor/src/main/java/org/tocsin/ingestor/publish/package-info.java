/**
 * What Kafka is told of a visit: its articles and its report, in one transaction, so that no report
 * speaks of articles that are not there.
 */
package org.tocsin.ingestor.publish;
