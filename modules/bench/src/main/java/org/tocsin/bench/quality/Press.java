package org.tocsin.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sentences that dispatches are made of, by section, as the resources beside this list them.
 */
final class Press {

    private Press() {}

    /**
     * A kind of happening: how it can be headed, opened, and each of its further facts, in several
     * wordings each.
     */
    record Kind(List<String> titles, List<String> leads, List<List<String>> facts) {}

    static List<Kind> kinds() {
        return read("dispatches.txt").values().stream().map(Press::kind).toList();
    }

    private static Kind kind(List<String> lines) {
        List<List<String>> wordings = lines.stream().map(Press::wordings).toList();
        return new Kind(wordings.get(0), wordings.get(1), wordings.subList(2, wordings.size()));
    }

    static List<String> wordings(String line) {
        String told = line.replaceFirst("^(title|lead): ", "");
        return Arrays.stream(told.split(" \\| ")).map(String::strip).toList();
    }

    /** What stands around dispatches: background, local paragraphs, furniture, bulletins. */
    static Map<String, List<String>> around() {
        return read("around.txt");
    }

    private static Map<String, List<String>> read(String resource) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        for (String line : lines(resource).filter(line -> !line.startsWith("#")).toList()) {
            if (line.startsWith("=== ")) {
                section = new ArrayList<>();
                sections.put(line.substring(4), section);
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    private static Stream<String> lines(String resource) {
        try (var in = Press.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
