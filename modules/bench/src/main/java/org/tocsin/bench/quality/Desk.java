package org.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What editors do to a wire dispatch before they print it. */
final class Desk {

    /** The edits, in the order in which they are made. */
    enum Edit {
        CUT,
        EXTENDED,
        MIXED,
        HEADED,
        LED,
        ORDER,
        MERGED,
        TIGHTENED,
        SPELT,
        PREFIX
    }

    private static final List<String> PREFIXES =
            List.of("LONDON (Reuters) - ", "PARIS (AFP) - ", "(AP) — ", "By our foreign desk\n");

    private final Random random;
    private final Map<String, List<String>> around = Press.around();

    Desk(Random random) {
        this.random = random;
    }

    /** Up to four edits; half of the outlets that find a lead of their own find a title as well. */
    Set<Edit> draw() {
        Set<Edit> edits = EnumSet.noneOf(Edit.class);
        for (int left = random.nextInt(5); left > 0; left--) {
            edits.add(Edit.values()[random.nextInt(Edit.values().length)]);
        }
        if (edits.contains(Edit.LED) && random.nextBoolean()) {
            edits.add(Edit.HEADED);
        }
        return edits;
    }

    /** {@code other} is the same happening in other words, for titles and leads of one's own. */
    Dispatch edit(Dispatch wire, Dispatch other, Set<Edit> edits) {
        Dispatch edited = wire;
        for (Edit edit : edits) {
            edited = edit(edit, edited, other);
        }
        return edited;
    }

    private Dispatch edit(Edit edit, Dispatch from, Dispatch other) {
        List<String> below = from.paragraphs();
        return switch (edit) {
            case CUT -> from.over(below.subList(0, Math.max(1, below.size() / 3)));
            case EXTENDED -> local(local(from, below.size()), below.size() + 1);
            case MIXED -> local(local(from, 1), 3);
            case HEADED -> from.titled(other.title());
            case LED -> from.led(other.lead());
            case ORDER -> ordered(from);
            case MERGED -> from.over(below.stream().map(Desk::merged).toList());
            case TIGHTENED ->
                    from.led(tightened(from.lead()))
                            .over(below.stream().map(this::tightened).toList());
            case SPELT ->
                    from.led(spelt(from.lead())).over(below.stream().map(Desk::spelt).toList());
            case PREFIX -> from.led(PREFIXES.get(random.nextInt(PREFIXES.size())) + from.lead());
        };
    }

    private Dispatch local(Dispatch from, int at) {
        List<String> local = around.get("local");
        return from.inserting(at, local.get(random.nextInt(local.size())));
    }

    private Dispatch ordered(Dispatch from) {
        var moved = new ArrayList<>(from.paragraphs());
        if (moved.size() > 1) {
            int at = random.nextInt(moved.size() - 1);
            Collections.swap(moved, at, random.nextInt(moved.size()));
        }
        return from.over(moved);
    }

    private static String merged(String paragraph) {
        return paragraph.replaceFirst("\\. (The|A|It|He|She) ", ", while the ");
    }

    /** One plain word in twelve is gone. */
    private String tightened(String paragraph) {
        return List.of(paragraph.split(" ")).stream()
                .filter(word -> !word.matches("[a-z]+") || random.nextInt(12) > 0)
                .collect(Collectors.joining(" "));
    }

    private static String spelt(String text) {
        return text.replace("our ", "or ")
                .replace("ise", "ize")
                .replace("metres", "meters")
                .replace("percent", "per cent")
                .replace("\"", "'")
                .replace(" said.", " says.");
    }
}
