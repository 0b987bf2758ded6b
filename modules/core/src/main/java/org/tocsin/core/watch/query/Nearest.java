package org.tocsin.core.watch.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.core.lexicon.EditDistance;

/** The "did you mean" at the end of an error. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** {@code "; did you mean 'x'?"}, or every choice where none is near. */
    public static String hint(String misspelt, Collection<String> choices) {
        int most = Math.max(1, misspelt.length() / 3);
        List<String> near =
                choices.stream()
                        .filter(choice -> EditDistance.within(misspelt, choice, most) <= most)
                        .sorted(
                                Comparator.comparingInt(
                                        c -> EditDistance.within(misspelt, c, most)))
                        .limit(MOST)
                        .toList();
        return near.isEmpty() ? "; one of " + String.join(", ", choices) : hint(near);
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
