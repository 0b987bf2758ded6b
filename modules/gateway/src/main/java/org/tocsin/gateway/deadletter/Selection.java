package org.tocsin.gateway.deadletter;

import java.util.List;

/** Which dead letters are meant. */
public sealed interface Selection {

    /** Those that lie there, also when they were put back before. */
    record Named(List<Place> places) implements Selection {
        public Named {
            places = List.copyOf(places);
        }
    }

    /** All of that reason, stage and topic that were not put back yet; null means any. */
    record Matching(String reason, String stage, String topic) implements Selection {

        public boolean takes(Reason why) {
            return takes(reason, why.reason())
                    && takes(stage, why.stage())
                    && takes(topic, why.topic());
        }

        private static boolean takes(String wanted, String found) {
            return wanted == null || wanted.equals(found);
        }
    }
}
