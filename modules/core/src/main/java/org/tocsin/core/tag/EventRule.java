package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a topic is told: phrases that tell it, and words that must or must not stand near them;
 * {@code yes} and {@code no} are examples that the build runs.
 *
 * <p>{@code near} (one of them within ten words), {@code after}, {@code before} (within six) are
 * needs; {@code unless}, {@code unlessAfter} and {@code unlessBefore} (within two) forbid; {@code
 * open} rules need no word of public life or actor in the sentence; the words of a {@code
 * figurative} rule have a use in sport, trade or nature too, so that a sentence that is sooner of
 * those tells nothing by it ({@link Spheres}); of a {@code suffered} rule the subject is whom it is
 * done to ("came under the control of"); {@code modality} is what the phrases say by themselves.
 * For names see {@link Context}.
 */
record EventRule(
        int order,
        EventTopic topic,
        List<Phrase> triggers,
        List<Placed> context,
        Modality modality,
        boolean open,
        boolean weak,
        boolean figurative,
        boolean suffered,
        boolean abroad) {

    /** Where the words of a context stand, and whether they must or must not. */
    enum Near {
        NEAR("near", true, 10, 10),
        AFTER("after", true, 0, 6),
        BEFORE("before", true, 6, 0),
        UNLESS("unless", false, 6, 6),
        UNLESS_AFTER("unlessAfter", false, 0, 2),
        UNLESS_BEFORE("unlessBefore", false, 2, 0);

        final String field;
        final boolean wanted;
        final int before;
        final int after;

        Near(String field, boolean wanted, int before, int after) {
            this.field = field;
            this.wanted = wanted;
            this.before = before;
            this.after = after;
        }
    }

    /** Words and where they stand. */
    record Placed(Near near, Context words) {}

    /** The order of what no file holds. */
    private static final int LEARNED = 0;

    /** What {@code --explain} calls the rule: its topic and its place in its file. */
    String name() {
        return topic.id() + " " + (order == LEARNED ? "model" : order);
    }

    private static final Set<String> FIELDS =
            Set.of(
                    "topic",
                    "tells",
                    "near",
                    "after",
                    "before",
                    "unless",
                    "unlessAfter",
                    "unlessBefore",
                    "modality",
                    "open",
                    "weak",
                    "figurative",
                    "suffered",
                    "yes",
                    "no");

    /**
     * A figure of speech, which tells nothing and keeps its words from telling.
     *
     * @param line the phrases, a tab, an example
     */
    static EventRule figure(Phrases phrases, String line, int number) {
        String told = line.substring(0, line.indexOf('\t'));
        return new EventRule(
                -number,
                null,
                phrases.all(told),
                List.of(),
                null,
                true,
                false,
                false,
                false,
                false);
    }

    /** What the {@link TopicModel} tells of without a rule. */
    static EventRule learned(EventTopic topic) {
        return new EventRule(
                LEARNED, topic, List.of(), List.of(), null, false, false, true, false, false);
    }

    boolean isLearned() {
        return order == LEARNED;
    }

    boolean isFigure() {
        return topic == null;
    }

    /**
     * The rules of a file, numbered from {@code above} on.
     *
     * @param abroad in languages whose roles {@link RolesAbroad} reads
     */
    static List<EventRule> read(
            Phrases phrases, List<Map<String, String>> entries, int above, boolean abroad) {
        var rules = new ArrayList<EventRule>();
        for (Map<String, String> fields : entries) {
            rules.add(one(phrases, fields, above + rules.size() + 1, abroad));
        }
        return List.copyOf(rules);
    }

    private static EventRule one(
            Phrases phrases, Map<String, String> fields, int number, boolean abroad) {
        String id = fields.get("topic");
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalStateException(id + ": no field is called " + field);
            }
        }
        var context = new ArrayList<Placed>();
        for (Near near : Near.values()) {
            String words = fields.get(near.field);
            if (words != null) {
                context.add(new Placed(near, Context.of(phrases, words)));
            }
        }
        String modality = fields.get("modality");
        return new EventRule(
                number,
                EventTopic.byId(id).orElseThrow(() -> new IllegalStateException("no topic " + id)),
                phrases.all(fields.getOrDefault("tells", "")),
                context,
                modality == null ? null : Modality.valueOf(modality),
                isTrue(fields, "open"),
                isTrue(fields, "weak"),
                isTrue(fields, "figurative"),
                isTrue(fields, "suffered"),
                abroad);
    }

    private static boolean isTrue(Map<String, String> fields, String field) {
        return "true".equals(fields.get(field));
    }

    /** What must stand near the trigger does, and what must not does not. */
    boolean fits(Reading reading, List<Found> found, PhraseIndex.Hit<?> hit, int first, int end) {
        for (int i = 0; i < context.size(); i++) {
            Near near = context.get(i).near();
            int from = near.before == 0 ? hit.to() : hit.from() - near.before;
            int to = near.after == 0 ? hit.from() : hit.to() + near.after;
            boolean there =
                    context.get(i)
                            .words()
                            .isIn(reading, found, hit, Math.max(first, from), Math.min(end, to));
            if (there != near.wanted) {
                return false;
            }
        }
        return true;
    }
}
