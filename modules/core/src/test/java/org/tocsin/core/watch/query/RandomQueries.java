package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules at random over a vocabulary so small that articles at random often answer them. */
public final class RandomQueries {

    public static final List<String> WORDS = List.of("ship", "cable", "storm", "port", "pilot");
    public static final List<String> TOPICS = List.of("talks", "withdrawal", "ceasefire");
    public static final List<String> ACTORS = List.of("Russia", "Turkey", "Syria", "Moscow");

    private final Random random;

    public RandomQueries(Random random) {
        this.random = random;
    }

    public String text(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return clause();
        }
        String joint = random.nextBoolean() ? " AND " : " OR ";
        var parts = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            String part = "(" + text(depth - 1) + ")";
            parts.add(random.nextInt(4) == 0 ? "NOT " + part : part);
        }
        return String.join(joint, parts);
    }

    /** Two to five clauses all of which are needed, as most people ask. */
    public String conjunction() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            parts.add(clause());
        }
        return String.join(" AND ", parts);
    }

    private String clause() {
        return switch (random.nextInt(12)) {
            case 0 -> "actor:" + one(ACTORS) + (random.nextBoolean() ? "+" : "");
            case 1 -> "event:" + one(TOPICS);
            case 2 -> "event:" + one(TOPICS) + "[modality=announced|occurred]";
            case 3 -> "event:" + one(TOPICS) + "[actor=" + one(ACTORS) + "]";
            case 4 -> "\"" + one(WORDS) + " " + one(WORDS) + "\"";
            case 5 -> "\"" + one(WORDS) + " " + one(WORDS) + "\"~" + random.nextInt(4);
            case 6 -> one(WORDS) + " NEAR/" + random.nextInt(4) + " actor:" + one(ACTORS);
            case 7 -> one(WORDS).substring(0, 2 + random.nextInt(2)) + "*";
            case 8 -> random.nextBoolean() ? "lang:en" : "source:post.example";
            case 9 -> "title:" + one(WORDS);
            case 10 -> "type:" + (random.nextBoolean() ? "country" : "place");
            default -> one(WORDS);
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
