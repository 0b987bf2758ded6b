package org.tocsin.bench.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A set of lower-case words from a file beside this class; lines that begin with # are remarks. */
final class WordFile {

    private final Set<String> words = new HashSet<>();

    WordFile(String name) throws IOException {
        try (var file =
                new BufferedReader(
                        new InputStreamReader(
                                WordFile.class.getResourceAsStream(name + ".txt"),
                                StandardCharsets.UTF_8))) {
            file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.split(" "))));
        }
    }

    boolean holds(String word) {
        return words.contains(word);
    }

    /** Whether one of the name's words is in the set, whatever its case. */
    boolean holdsOneOf(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[ -]+")).stream().anyMatch(this::holds);
    }
}
