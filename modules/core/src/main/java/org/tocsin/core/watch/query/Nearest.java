package org.tocsin.core.watch.query;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.core.lexicon.EditDistance;

/** The "did you mean" at the end of an error. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** {@code "; did you mean 'x'?"}, or every choice where none is near. */
    public static String hint(String misspelt, Collection<String> choices) {
        List<String> near = near(misspelt, choices);
        return near.isEmpty() ? "; one of " + String.join(", ", choices) : hint(near);
    }

    /** Those spelt nearly so; else those that are so in part, as {@code bus} is of mini-bus. */
    public static List<String> near(String misspelt, Collection<String> choices) {
        int most = Math.max(1, misspelt.length() / 3);
        List<String> near =
                choices.stream()
                        .filter(choice -> EditDistance.within(misspelt, choice, most) <= most)
                        .sorted(
                                Comparator.comparingInt(
                                        c -> EditDistance.within(misspelt, c, most)))
                        .limit(MOST)
                        .toList();
        if (!near.isEmpty()) {
            return near;
        }
        Set<String> parts = parts(misspelt);
        return choices.stream()
                .filter(choice -> !Collections.disjoint(parts(choice), parts))
                .limit(MOST)
                .toList();
    }

    private static Set<String> parts(String name) {
        return new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[-_ ]+")));
    }

    /** The same for choices already known to be near; empty for none. */
    public static String hint(List<String> near) {
        return near.isEmpty()
                ? ""
                : near.stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
