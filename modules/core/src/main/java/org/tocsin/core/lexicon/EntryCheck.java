package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/** What is wrong with an addition to a lexicon, or may be. */
public final class EntryCheck {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");
    private static final CommonWords COMMON = CommonWords.shipped();

    private EntryCheck() {}

    /**
     * One finding, under the field of the entry that has it ({@code names/0} for the first name);
     * {@code mayBeMeant} where somebody who knows the name may insist on it.
     */
    public record Finding(String field, String message, boolean mayBeMeant) {}

    public static List<Finding> of(LexiconEntry entry, Lexicon lexicon) {
        var findings = new ArrayList<Finding>();
        if (!ID.matcher(entry.id()).matches()) {
            findings.add(must("id", "the id is not in kebab-case: " + entry.id()));
        }
        if (entry.wikidata() != null) {
            checkWikidata(entry, lexicon, findings);
        }
        if (entry.country() != null && lexicon.byId(entry.country()).isEmpty()) {
            findings.add(must("country", "no actor has the id " + entry.country()));
        }
        checkName("name", entry.name(), entry, lexicon, findings);
        for (int i = 0; i < entry.names().size(); i++) {
            checkName("names/" + i, entry.names().get(i), entry, lexicon, findings);
        }
        return findings;
    }

    private static void checkWikidata(LexiconEntry entry, Lexicon lexicon, List<Finding> findings) {
        if (!WIKIDATA.matcher(entry.wikidata()).matches()) {
            findings.add(must("wikidata", "no Wikidata id: " + entry.wikidata()));
            return;
        }
        lexicon.actors().stream()
                .filter(actor -> entry.wikidata().equals(actor.wikidata()))
                .filter(actor -> !actor.id().equals(entry.id()))
                .forEach(
                        actor ->
                                findings.add(
                                        must("wikidata", "this is the item of " + actor.id())));
    }

    private static void checkName(
            String field,
            String name,
            LexiconEntry entry,
            Lexicon lexicon,
            List<Finding> findings) {
        Words words = Words.of(name);
        if (words.size() == 0) {
            findings.add(must(field, "a name has letters: " + name));
            return;
        }
        List<String> others =
                lexicon.named(name).stream()
                        .map(Actor::id)
                        .filter(id -> !id.equals(entry.id()))
                        .toList();
        if (!others.isEmpty()) {
            findings.add(
                    may(field, "%s names %s as well".formatted(name, String.join(", ", others))));
        }
        boolean acronym = Name.of(NameIndex.NOBODY, NameKind.FULL, name).acronym();
        if (!acronym && words.size() == 1 && COMMON.contains(Fold.fold(name))) {
            findings.add(may(field, name + " is a common word"));
        }
        if (name.matches("\\p{Lu}{1,2}|\\p{L}")) {
            findings.add(may(field, name + " is too short to mean one actor"));
        }
    }

    private static Finding must(String field, String message) {
        return new Finding(field, message, false);
    }

    private static Finding may(String field, String message) {
        return new Finding(field, message, true);
    }
}
