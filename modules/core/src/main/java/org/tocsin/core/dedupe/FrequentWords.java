package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The words that any text may have, whatever it tells of ({@code frequent.txt}), by the {@link
 * String#hashCode()} of their stems.
 */
final class FrequentWords {

    private final IntSet stems = new IntSet(1 << 12);

    /** Most words are none of them, and that is soon seen. */
    private final HashFilter filter = new HashFilter();

    static FrequentWords read(String resource) {
        var words = new FrequentWords();
        try (var in = FrequentWords.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return words;
    }

    private void add(String word) {
        int stem = Forms.stem(Tokens.of(word), 0).hashCode();
        stems.add(stem);
        filter.add(stem);
    }

    boolean contains(int stem) {
        return filter.mayHold(stem) && stems.contains(stem);
    }

    int[] stems() {
        return stems.toArray();
    }
}
