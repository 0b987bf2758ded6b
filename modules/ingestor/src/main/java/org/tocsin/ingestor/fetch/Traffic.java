package org.tocsin.ingestor.fetch;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a fetcher asked servers for so far, and how much they answered. Safe for many threads. */
public final class Traffic {

    private final Map<Purpose, LongAdder> answers = counters();
    private final Map<Purpose, LongAdder> bytes = counters();

    private static Map<Purpose, LongAdder> counters() {
        var counters = new EnumMap<Purpose, LongAdder>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            counters.put(purpose, new LongAdder());
        }
        return counters;
    }

    void count(Purpose purpose, byte[] body) {
        answers.get(purpose).increment();
        bytes.get(purpose).add(body == null ? 0 : body.length);
    }

    /** Answers to requests for that purpose, each hop of a redirect counted. */
    public long answers(Purpose purpose) {
        return answers.get(purpose).sum();
    }

    /** Bytes of their bodies, unpacked. */
    public long bytes(Purpose purpose) {
        return bytes.get(purpose).sum();
    }
}
