package org.tocsin.gateway.board;

import java.time.Instant;
import java.util.Map;

/**
 * What could not be processed. {@code id} is its place in {@code news.dead-letters}
 * (partition-offset); {@code value} the raw bytes (base64 in JSON); {@code headers} as found.
 */
public record DeadLetter(
        String id, Instant time, String key, byte[] value, Map<String, String> headers) {}
