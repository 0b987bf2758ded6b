package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * What to look at in a lexicon. None of it stops a tagger, which takes the first actor; what is
 * meant so stands with its reason in {@code check-exceptions.tsv}.
 */
public final class LexiconCheck {

    private static final CommonWords COMMON = CommonWords.shipped();

    private final Collection<Actor> actors;
    private final Spellings spellings = new Spellings();
    private final Map<String, TreeSet<String>> names = new TreeMap<>();
    private final Map<String, TreeSet<String>> forms = new TreeMap<>();
    private final Map<String, TreeSet<String>> words = new TreeMap<>();
    private final Map<String, TreeSet<String>> shorts = new TreeMap<>();
    private final Map<String, TreeSet<String>> wikidata = new TreeMap<>();
    private final Map<String, TreeSet<String>> countries = new TreeMap<>();

    private LexiconCheck(Collection<Actor> actors) {
        this.actors = actors;
    }

    /**
     * One finding; {@code actors} are the ids of those concerned, in order. By {@code kind}, {@code
     * value} is
     *
     * <ul>
     *   <li>{@code name}: a folded name that several actors bear
     *   <li>{@code form}: a form that rules make of a name and that is another actor's or a common
     *       word
     *   <li>{@code word}: a name that is a common word of a language, where no capitals tell it
     *   <li>{@code short}: a name of one letter, or an acronym of two
     *   <li>{@code wikidata}, {@code country}: an id that several actors bear, or that nobody does
     *   <li>{@code role}: an office, its state and the day from which two held it
     * </ul>
     */
    public record Finding(String kind, String value, List<String> actors) {}

    /** What there is to find, the exceptions left out. */
    public static List<Finding> of(Collection<Actor> actors) {
        Set<String> meant = new HashSet<>();
        for (String line : LexiconFiles.lines("check-exceptions.tsv")) {
            String[] cells = line.split("\t");
            meant.add(cells[0] + "\t" + cells[1]);
            meant.add(cells[0] + "\t" + Fold.fold(cells[1]));
        }
        return new LexiconCheck(actors)
                .findings().stream()
                        .filter(found -> !meant.contains(found.kind() + "\t" + found.value()))
                        .toList();
    }

    private List<Finding> findings() {
        var ids = new HashSet<String>();
        actors.forEach(actor -> ids.add(actor.id()));
        for (Actor actor : actors) {
            actor.names().forEach(name -> look(actor, name));
            actor.aliases().forEach(name -> look(actor, name));
            if (actor.wikidata() != null) {
                add(wikidata, actor.wikidata(), actor);
            }
            if (actor.country() != null && !ids.contains(actor.country())) {
                add(countries, actor.country(), actor);
            }
        }
        for (Actor actor : actors) {
            actor.names().forEach(name -> lookAtForms(actor, name));
            actor.aliases().forEach(name -> lookAtForms(actor, name));
        }
        var findings = new ArrayList<Finding>();
        addAll(findings, "name", names, 2);
        addAll(findings, "form", forms, 1);
        addAll(findings, "word", words, 1);
        addAll(findings, "short", shorts, 1);
        addAll(findings, "wikidata", wikidata, 2);
        addAll(findings, "country", countries, 1);
        new Holders(actors)
                .overlapping(Offices.shipped())
                .forEach((seat, both) -> findings.add(new Finding("role", seat, both)));
        return findings;
    }

    private void look(Actor actor, String name) {
        String folded = Fold.fold(name);
        add(names, folded, actor);
        boolean capitals = Name.of(actor, NameKind.FULL, name).acronym();
        if (!capitals && isOneWord(name) && COMMON.contains(folded)) {
            add(words, folded, actor);
        }
        if (capitals && name.length() < 3 || name.codePointCount(0, name.length()) < 2) {
            add(shorts, folded, actor);
        }
    }

    /** Forms of one word: of several, only a list of words could be another name. */
    private void lookAtForms(Actor actor, String name) {
        String folded = Fold.fold(name);
        if (!isOneWord(name) || Name.of(actor, NameKind.FULL, name).acronym()) {
            return;
        }
        for (List<String> form : spellings.of(name, NameKind.FULL)) {
            if (form.size() != 1 || form.get(0).equals(folded)) {
                continue;
            }
            String made = form.get(0);
            Set<String> bearers = names.getOrDefault(made, new TreeSet<>());
            boolean others = bearers.stream().anyMatch(id -> !id.equals(actor.id()));
            if (others || COMMON.contains(made)) {
                add(forms, made, actor);
                forms.get(made).addAll(bearers);
            }
        }
    }

    private static boolean isOneWord(String name) {
        return Words.of(name).size() == 1;
    }

    private static void add(Map<String, TreeSet<String>> bearers, String value, Actor actor) {
        bearers.computeIfAbsent(value, key -> new TreeSet<>()).add(actor.id());
    }

    private static void addAll(
            List<Finding> findings, String kind, Map<String, TreeSet<String>> bearers, int least) {
        bearers.forEach(
                (value, ids) -> {
                    if (ids.size() >= least) {
                        findings.add(new Finding(kind, value, List.copyOf(ids)));
                    }
                });
    }
}
