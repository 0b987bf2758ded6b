package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Bounds the memory of all fetches together: a body may be short at any time, but only so many may
 * be long at once. A day on which every feed is long must not be the ingestor's last. Safe for many
 * threads.
 */
final class Freight {

    static final int LONG = 1_000_000;
    static final int MOST_LONG = 8;

    private final Semaphore places = new Semaphore(MOST_LONG);

    /** The bodies of one fetch, one after the other. */
    final class Load implements AutoCloseable {

        private boolean placed;

        /**
         * @throws IOException where the body has become a long one and there is no place for it
         */
        synchronized void grow(int size) throws IOException {
            if (size <= LONG || placed) {
                return;
            }
            placed = places.tryAcquire();
            if (!placed) {
                throw new Crowded();
            }
        }

        @Override
        public synchronized void close() {
            if (placed) {
                places.release();
                placed = false;
            }
        }
    }

    /** No place for another long body: no fault of its server. */
    static final class Crowded extends IOException {
        private static final long serialVersionUID = 1L;

        Crowded() {
            super("too many long documents at once");
        }
    }

    Load load() {
        return new Load();
    }
}
