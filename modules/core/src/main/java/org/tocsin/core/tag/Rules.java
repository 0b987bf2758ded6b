package org.tocsin.core.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/** The linguist's files under {@code /tag}, read once: classes of words, cues and event rules. */
final class Rules {

    static final List<String> EVENTS = List.of("events.yaml", "wordings.yaml");

    /** Counted up by whoever changes what the same rules tell. */
    private static final int CODE = 19;

    /** The rules of {@code wordings.yaml} are numbered above those of {@code events.yaml}. */
    private static final int RARER = 1000;

    /** Classes of words, which the other files may name. */
    private static final List<String> CLASSES =
            List.of("classes.txt", "grammar.txt", "namesakes.txt", "first-names.txt");

    private static final List<String> OTHERS =
            List.of(
                    "spheres.txt",
                    "cues.tsv",
                    "stances.yaml",
                    "verbs.txt",
                    "figures.tsv",
                    "terms.tsv",
                    "modalities.tsv",
                    "events.yaml",
                    "wordings.yaml");

    final Phrases phrases;
    final PhraseIndex<Cue> cues;
    final PhraseIndex<EventRule> events;

    /** The words that open a phrase of {@code stances.yaml}. */
    final WordSet beholding;

    final List<EventRule> eventRules = new ArrayList<>();
    final Grammar grammar;
    final Spheres spheres;
    final TopicModel topics;
    final ModalityModel modalities;
    final Languages languages;

    /** Of the code that reads the rules, and of the rules: the last counts what they say. */
    final String version;

    private Rules() {
        var files = new LinkedHashMap<String, List<String>>();
        CLASSES.forEach(file -> files.put(file, lines(file)));
        OTHERS.forEach(file -> files.put(file, lines(file)));
        Languages.FILES.forEach((code, file) -> files.put(file, lines(file)));
        version = "tagger." + CODE + "+rules." + content(files.values());
        phrases = new Phrases(inflection(files.get("verbs.txt")));
        for (String file : CLASSES) {
            for (String line : files.get(file)) {
                int colon = line.indexOf(':');
                phrases.define(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        grammar = new Grammar(phrases);
        spheres = new Spheres(phrases, files.get("spheres.txt"));
        Map<String, Cue> stances = Stances.read(files.get("stances.yaml"));
        beholding = phrases.firstWords(String.join("|", stances.keySet()));
        cues = cues(files.get("cues.tsv"), stances);
        for (String file : EVENTS) {
            int above = file.equals("wordings.yaml") ? RARER : 0;
            eventRules.addAll(
                    EventRule.read(phrases, RuleFile.read(files.get(file)), above, false));
        }
        events = events(files.get("figures.tsv"));
        topics = TopicModel.of(files.get("verbs.txt"), files.get("terms.tsv"), phrases.vocabulary);
        modalities = new ModalityModel(files.get("modalities.tsv"), topics.numbers);
        languages = new Languages(phrases.vocabulary.copy(), files);
    }

    private PhraseIndex<Cue> cues(List<String> lines, Map<String, Cue> stances) {
        var all = new PhraseIndexBuilder<Cue>(phrases.vocabulary);
        for (String line : lines) {
            String[] cells = line.split("\t");
            var cue =
                    new Cue(
                            Modality.valueOf(cells[0]),
                            Cue.Side.valueOf(cells[1].toUpperCase(Locale.ROOT)));
            phrases.all(cells[2]).forEach(phrase -> all.add(phrase, cue));
        }
        stances.forEach((tells, cue) -> phrases.all(tells).forEach(phrase -> all.add(phrase, cue)));
        return all.build();
    }

    private PhraseIndex<EventRule> events(List<String> ofFigures) {
        var all = new PhraseIndexBuilder<EventRule>(phrases.vocabulary);
        for (EventRule rule : eventRules) {
            rule.triggers().forEach(phrase -> all.add(phrase, rule));
        }
        int figures = 0;
        for (String line : ofFigures) {
            var figure = EventRule.figure(phrases, line, ++figures);
            figure.triggers().forEach(phrase -> all.add(phrase, figure));
        }
        return all.build();
    }

    static Rules shipped() {
        return new Rules();
    }

    private static String content(Collection<List<String>> files) {
        var sum = new CRC32C();
        for (List<String> lines : files) {
            lines.forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return "%08x".formatted(sum.getValue());
    }

    private static Inflection inflection(List<String> lines) {
        var irregular = new HashMap<String, String[]>();
        var doubling = new HashSet<String>();
        for (String line : lines) {
            String[] forms = line.split(" ");
            if (forms.length == 1) {
                doubling.add(forms[0]);
            } else {
                irregular.put(forms[0], new String[] {forms[1], forms[2]});
            }
        }
        return new Inflection(irregular, doubling);
    }

    /** A remark begins with "# "; "#person" is a term. */
    static List<String> lines(String file) {
        try (InputStream in = Rules.class.getResourceAsStream("/tag/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
