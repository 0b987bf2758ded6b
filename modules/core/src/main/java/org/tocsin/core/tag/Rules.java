package org.tocsin.core.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The linguist's files under {@code /tag}, read once: classes of words, cues and event rules. */
final class Rules {

    final Phrases phrases;
    final PhraseIndex<Cue> cues = new PhraseIndex<>();
    final PhraseIndex<EventRule> events = new PhraseIndex<>();
    final List<EventRule> eventRules;

    private Rules() {
        phrases = new Phrases(inflection());
        for (String line : lines("classes.txt")) {
            int colon = line.indexOf(':');
            phrases.define(line.substring(0, colon), line.substring(colon + 1));
        }
        for (String line : lines("cues.tsv")) {
            String[] cells = line.split("\t");
            var cue =
                    new Cue(
                            Modality.valueOf(cells[0]),
                            Cue.Side.valueOf(cells[1].toUpperCase(java.util.Locale.ROOT)));
            phrases.all(cells[2]).forEach(phrase -> cues.add(phrase, cue));
        }
        eventRules = EventRule.read(phrases, Rules.class.getResourceAsStream("/tag/events.yaml"));
        for (EventRule rule : eventRules) {
            rule.triggers().forEach(phrase -> events.add(phrase, rule));
        }
    }

    static Rules shipped() {
        return new Rules();
    }

    private static Inflection inflection() {
        var irregular = new HashMap<String, String[]>();
        var doubling = new HashSet<String>();
        for (String line : lines("verbs.txt")) {
            String[] forms = line.split(" ");
            if (forms.length == 1) {
                doubling.add(forms[0]);
            } else {
                irregular.put(forms[0], new String[] {forms[1], forms[2]});
            }
        }
        return new Inflection(irregular, doubling);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Rules.class.getResourceAsStream("/tag/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
