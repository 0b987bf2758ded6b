package org.tocsin.ingestor.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.core.text.Words;

/** The words of {@code furniture.txt}, each section as a set of entries in {@link #key} form. */
final class FurnitureWords {

    private static final Map<String, Set<String>> SECTIONS = read();

    static final Set<String> BOXES = section("boxes");
    static final Set<String> BARS = section("bars");
    static final Set<String> ROLES = section("roles");
    static final Set<String> LINES = section("lines");
    static final Set<String> COUNTERS = section("counters");
    static final Set<String> BAR_WORDS = section("bar-words");
    static final Set<String> NETWORKS = section("networks");
    static final Set<String> LEADS = section("leads");
    static final Set<String> OPENINGS = section("openings");
    static final Set<String> CLOSINGS = section("closings");
    static final Set<String> INVITATIONS = section("invitations");
    static final Set<String> ENDS = section("ends");
    static final Set<String> LISTS = section("lists");

    /** Of the longest entry, in words: no longer run of words needs to be looked up. */
    static final int LONGEST_OPENING =
            OPENINGS.stream().mapToInt(entry -> entry.split(" ").length).max().orElse(0);

    private FurnitureWords() {}

    /**
     * The words of a line, folded, without digits and punctuation, so that "Share (34)" and "SHARE
     * »" are one.
     */
    static String key(String line) {
        Words words = Words.of(line);
        var key = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.folded(i);
            if (!isNumber(word)) {
                key.append(key.isEmpty() ? "" : " ").append(word);
            }
        }
        return key.toString();
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Set<String> section(String name) {
        return Set.copyOf(Objects.requireNonNull(SECTIONS.get(name), name));
    }

    private static Map<String, Set<String>> read() {
        var sections = new HashMap<String, Set<String>>();
        try (InputStream in = FurnitureWords.class.getResourceAsStream("furniture.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var current = new String[1];
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(
                            line -> {
                                if (line.startsWith("[")) {
                                    current[0] = line.substring(1, line.indexOf(']'));
                                } else {
                                    addAll(line, sections, current[0]);
                                }
                            });
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAll(String line, Map<String, Set<String>> sections, String name) {
        Set<String> section = sections.computeIfAbsent(name, key -> new HashSet<>());
        for (String entry : line.split("[,،]")) {
            String key = key(entry);
            if (!key.isEmpty()) {
                section.add(key);
            }
        }
    }
}
