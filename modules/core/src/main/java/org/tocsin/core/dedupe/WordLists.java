package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads what is known of words: {@code words.tsv} here, and the lexicon's lists of states, whose
 * names in all tongues are one word. A form that stands in several counts as in the first.
 */
final class WordLists {

    private static final String SEVERAL = "\\|";

    private final Map<String, WordTable.Entry> entries = new HashMap<>();

    private WordLists() {}

    static WordTable shipped() {
        var lists = new WordLists();
        read("words.tsv", lists::words);
        read("/lexicon/states.tsv", lists::state);
        read("/lexicon/state-names.tsv", lists::stateNames);
        return new WordTable(List.copyOf(lists.entries.values()));
    }

    private static void read(String resource, Consumer<String[]> line) {
        lines(resource).stream()
                .filter(text -> !text.startsWith("id\t"))
                .map(text -> text.split("\t"))
                .forEach(line);
    }

    /** What stands in a list, without remarks. */
    static List<String> lines(String resource) {
        try (var in = WordLists.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(text -> !text.isBlank() && !text.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * A line of {@code kind <tab> canonical <tab> forms}; {@code -} as canonical is each form
     * itself, without its English ending unless the kind says {@code stop}.
     */
    private void words(String[] cells) {
        for (String form : cells[2].split(" ")) {
            Tokens words = Tokens.of(form);
            boolean asWritten = cells[1].equals("-") && !cells[0].equals("stop");
            if (words.size() == 1) {
                add(words, cells[0], asWritten ? Forms.stem(words, 0) : cells[1]);
            }
        }
    }

    private void state(String[] cells) {
        land(cells[0], cells[2]);
        for (int column = 5; column < cells.length; column++) {
            Stream.of(cells[column].split(SEVERAL)).forEach(name -> land(cells[0], name));
        }
    }

    private void stateNames(String[] cells) {
        Stream.of(cells[1].split(SEVERAL)).forEach(name -> land(cells[0], name));
    }

    private void land(String id, String name) {
        Tokens words = Tokens.of(name);
        if (words.size() == 1 && !words.isHan(0)) {
            add(words, "land", id);
        }
    }

    private void add(Tokens word, String kind, String canonical) {
        String form = word.folded(0);
        entries.putIfAbsent(form, WordTable.Entry.of(form, kind, canonical));
    }
}
