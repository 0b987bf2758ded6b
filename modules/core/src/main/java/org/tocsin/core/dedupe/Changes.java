package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a revision says otherwise than the wording before it. Of long texts so many names and
 * numbers are kept; where one more is changed below those, it shows as other wording.
 */
final class Changes {

    /** The words that tell whether something happened, will, may or did not: {@code moods.tsv}. */
    private static final Map<Integer, String> MOODS = moods();

    private Changes() {}

    static List<Verdict.Change> between(Sketch sketch, Kept kept) {
        short[] before = joined(kept.title(), kept.body(), kept.facts());
        short[] now = joined(sketch.title, sketch.body);
        // Where more facts stood than are kept, only the opening can be compared.
        boolean whole = kept.facts().length < Sketch.FACTS;
        short[] beside = whole ? now : joined(sketch.title, sketch.keptBody());
        var found = new ArrayList<Verdict.Change>();
        if (differ(Codes.NAME, before, now, beside)) {
            found.add(Verdict.Change.NAMES);
        }
        if (differ(Codes.NUMBER, before, now, beside)) {
            found.add(Verdict.Change.NUMBERS);
        }
        Set<String> moodBefore = moods(joined(kept.title(), kept.lead()));
        if (!moodBefore.equals(moods(joined(sketch.title, sketch.lead())))) {
            found.add(Verdict.Change.MODALITY);
        }
        return found.isEmpty() ? List.of(Verdict.Change.WORDING) : found;
    }

    /** Whether one side has a word of that kind that the other lacks. */
    private static boolean differ(int kind, short[] before, short[] now, short[] beside) {
        return !hasAll(words(kind, now), kind, before)
                || !hasAll(words(kind, before), kind, beside);
    }

    private static boolean hasAll(int[] words, int kind, short[] codes) {
        for (short code : codes) {
            if (Codes.kind(code) == kind && Arrays.binarySearch(words, Codes.word(code)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What may stand for a word of that kind; a name opens a sentence as any word does. */
    private static int[] words(int kind, short[] codes) {
        var words = new int[codes.length];
        int count = 0;
        for (short code : codes) {
            if (kind == Codes.NAME || Codes.kind(code) == kind) {
                words[count++] = Codes.word(code);
            }
        }
        return Grams.distinct(words, count);
    }

    private static short[] joined(short[]... parts) {
        int length = 0;
        for (short[] part : parts) {
            length += part.length;
        }
        var all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static Set<String> moods(short[] codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(i -> MOODS.get(Codes.word(codes[i])))
                .filter(mood -> mood != null)
                .collect(Collectors.toSet());
    }

    private static Map<Integer, String> moods() {
        var moods = new HashMap<Integer, String>();
        try (var in = Changes.class.getResourceAsStream("moods.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(
                            cells ->
                                    Stream.of(cells[1].split(" "))
                                            .map(Tokens::of)
                                            .map(form -> Codes.shipped().of(form, 0, false))
                                            .forEach(
                                                    code -> moods.put(Codes.word(code), cells[0])));
        } catch (IOException e) {
            throw new UncheckedIOException("moods.tsv", e);
        }
        return Map.copyOf(moods);
    }
}
