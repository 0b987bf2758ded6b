package org.tocsin.gateway.deadletter;

/**
 * Why a record was given up, and by whom: what dead letters are counted by. {@code reason} is one
 * of {@link org.tocsin.wire.topic.DeadLetterHeaders#REASON}; {@code exception} is the class that
 * was thrown. Each is null where a foreign writer did not say.
 */
public record Reason(String reason, String stage, String topic, String exception) {}
