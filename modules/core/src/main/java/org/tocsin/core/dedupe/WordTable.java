package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that are known, found by the hash that {@link Tokens} has of each word of a text: about
 * half of all words are, and no string is made to ask.
 */
final class WordTable {

    /** A form of a known word, folded: its kind, what it is told as, and the codes it has. */
    record Entry(
            String form,
            char[] units,
            int rawHash,
            boolean isStop,
            String kind,
            String canonical,
            short code,
            short asName) {

        private static Entry of(String form, String kind, String canonical) {
            return switch (kind) {
                case "stop" -> same(form, kind, canonical, Codes.code(Codes.PLAIN, form));
                case "date", "month", "number" ->
                        same(form, kind, canonical, Codes.code(Codes.NUMBER, canonical));
                default ->
                        of(
                                form,
                                kind,
                                canonical,
                                Codes.code(Codes.CONTENT, canonical),
                                Codes.code(Codes.NAME, canonical));
            };
        }

        private static Entry same(String form, String kind, String canonical, short code) {
            return of(form, kind, canonical, code, code);
        }

        private static Entry of(
                String form, String kind, String canonical, short code, short asName) {
            return new Entry(
                    form,
                    form.toCharArray(),
                    form.hashCode(),
                    kind.equals("stop"),
                    kind,
                    canonical,
                    code,
                    asName);
        }
    }

    private final Entry[] slots;

    /** The hashes of those, side by side: most words are none of them, and that is soon seen. */
    private final int[] hashes;

    private final List<Entry> entries;

    private WordTable(List<Entry> entries) {
        this.entries = entries;
        this.slots = new Entry[Integer.highestOneBit(entries.size()) * 8];
        this.hashes = new int[slots.length];
        for (Entry entry : entries) {
            int slot = home(entry.rawHash);
            while (slots[slot] != null) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = entry;
            hashes[slot] = entry.rawHash;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** What is known of that word; null where nothing is. */
    Entry find(Tokens words, int at) {
        int hash = words.rawHash(at);
        for (int slot = home(hash); ; slot = slot + 1 & hashes.length - 1) {
            int other = hashes[slot];
            if (other != hash && other != 0) {
                continue;
            }
            Entry entry = slots[slot];
            if (entry == null) {
                return null;
            }
            if (other == hash && words.isFolded(at, entry.units)) {
                return entry;
            }
        }
    }

    private int home(int rawHash) {
        return (rawHash ^ rawHash >>> 15) & slots.length - 1;
    }

    static WordTable read(String resource) {
        var entries = new HashMap<String, Entry>();
        try (var in = WordTable.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> add(entries, cells));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return new WordTable(List.copyOf(entries.values()));
    }

    private static void add(Map<String, Entry> entries, String[] cells) {
        for (String form : cells[2].split(" ")) {
            Tokens words = Tokens.of(form);
            if (words.size() == 1) {
                String folded = words.folded(0);
                boolean asWritten = cells[1].equals("-") && !cells[0].equals("stop");
                String canonical = asWritten ? Codes.stem(words, 0) : cells[1];
                entries.putIfAbsent(folded, Entry.of(folded, cells[0], canonical));
            }
        }
    }
}
