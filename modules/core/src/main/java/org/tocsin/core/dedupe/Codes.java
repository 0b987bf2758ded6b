package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.core.text.Words;

/**
 * Turns words into codes of 16 bits, two for what kind of word it is and 14 of a hash of what it
 * says: forms, spellings and synonyms that editors swap freely have one hash ({@code words.tsv}).
 *
 * <p>Two words that differ share a code once in 16,000: fit for comparing texts already suspected
 * to be alike, not for finding them.
 */
final class Codes {

    static final int PLAIN = 0;
    static final int CONTENT = 1;
    static final int NAME = 2;
    static final int NUMBER = 3;

    /** What dates count, states and the words that all news use; others count 1. */
    private static final float COMMON = 0.5f;

    private static final Codes SHIPPED = new Codes(read("words.tsv"));

    /** What is known of a word: its kind and what it is told as. */
    record Entry(String kind, String canonical) {}

    private final Map<String, Entry> entries;
    private final Set<Integer> weekdays;

    /** By the hash of what a word says, how much it says of which story it is told in. */
    private final float[] telling = new float[1 << 14];

    private Codes(Map<String, Entry> entries) {
        this.entries = entries;
        this.weekdays =
                entries.values().stream()
                        .filter(entry -> entry.kind.equals("date"))
                        .map(entry -> word(code(NUMBER, entry.canonical)))
                        .collect(Collectors.toUnmodifiableSet());
        Arrays.fill(telling, 1);
        entries.values().forEach(entry -> telling[word(code(PLAIN, entry.canonical))] = of(entry));
        for (int year = 1990; year < 2040; year++) {
            telling[word(code(NUMBER, String.valueOf(year)))] = COMMON;
        }
    }

    private static float of(Entry entry) {
        return switch (entry.kind) {
            case "common", "state", "date", "month" -> COMMON;
            default -> 1;
        };
    }

    static Codes shipped() {
        return SHIPPED;
    }

    static int kind(short code) {
        return (code & 0xFFFF) >>> 14;
    }

    static int word(short code) {
        return code & 0x3FFF;
    }

    /** The word's code; {@code name} says that it is written as a name here. */
    short of(Words words, int at, boolean name) {
        String folded = words.folded(at);
        Entry entry = entries.get(folded);
        if (entry != null) {
            boolean stop = entry.kind.equals("stop");
            return code(kindOf(entry, name), stop ? folded : entry.canonical);
        }
        if (folded.isEmpty()) {
            // A stretching stroke alone (tatweel) is a letter that says nothing.
            return code(PLAIN, "");
        }
        if (Character.isDigit(folded.codePointAt(0))) {
            return code(NUMBER, withoutZeros(folded));
        }
        if (isHan(folded) && at + 1 < words.size() && words.start(at + 1) == words.end(at)) {
            // One character says little; with its neighbour it is about a word.
            return code(CONTENT, folded + words.folded(at + 1));
        }
        return code(name ? NAME : folded.length() < 3 ? PLAIN : CONTENT, stem(folded));
    }

    /**
     * How much two stories have in common that share the word: a name more than another word, a
     * number or a state less, a date or what all news say hardly anything.
     */
    double telling(short code) {
        float much = telling[word(code)];
        return switch (kind(code)) {
            case PLAIN -> 0;
            case NAME -> much == 1 ? 1.3 : much;
            case NUMBER -> 0.5 * much;
            default -> much;
        };
    }

    boolean isStop(String folded) {
        Entry entry = entries.get(folded);
        return entry != null && entry.kind.equals("stop");
    }

    /** The first day of the week that is named there: the day of what is told; 0 for none. */
    int weekday(short[] codes, int from, int to) {
        for (int i = from; i < Math.min(to, codes.length); i++) {
            if (kind(codes[i]) == NUMBER && weekdays.contains(word(codes[i]))) {
                return codes[i];
            }
        }
        return 0;
    }

    private static int kindOf(Entry entry, boolean name) {
        return switch (entry.kind) {
            case "stop" -> PLAIN;
            case "date", "month", "number" -> NUMBER;
            default -> name ? NAME : CONTENT;
        };
    }

    private static short code(int kind, String canonical) {
        return (short) (kind << 14 | Hash.of(canonical) >>> 18);
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    static boolean isHan(String folded) {
        return !folded.isEmpty()
                && folded.charAt(0) >= 0x2E80
                && Character.isIdeographic(folded.codePointAt(0));
    }

    /** English endings off; other languages pass nearly unharmed, since both sides lose alike. */
    private static String stem(String word) {
        int n = word.length();
        if (n > 5 && word.endsWith("ing")) {
            return word.substring(0, n - 3);
        }
        if (n > 4 && (word.endsWith("ed") || word.endsWith("es"))) {
            return word.substring(0, n - 2);
        }
        if (n > 3 && word.endsWith("s") && !word.endsWith("ss")) {
            return word.substring(0, n - 1);
        }
        return n > 4 && word.endsWith("e") ? word.substring(0, n - 1) : word;
    }

    private static Map<String, Entry> read(String resource) {
        var entries = new HashMap<String, Entry>();
        try (var in = Codes.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> add(entries, cells));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return Map.copyOf(entries);
    }

    private static void add(Map<String, Entry> entries, String[] cells) {
        for (String form : cells[2].split(" ")) {
            Words words = Words.of(form);
            if (words.size() == 1) {
                String folded = words.folded(0);
                String canonical = cells[0].equals("common") ? stem(folded) : cells[1];
                entries.putIfAbsent(folded, new Entry(cells[0], canonical));
            }
        }
    }
}
