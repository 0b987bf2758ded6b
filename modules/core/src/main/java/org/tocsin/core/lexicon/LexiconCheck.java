package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.core.text.Fold;

/**
 * What to look at in a lexicon: names that several actors bear, Wikidata ids given twice, countries
 * that are no actor, and offices that two held at once. None of them stops a tagger, which takes
 * the first actor.
 */
public final class LexiconCheck {

    private LexiconCheck() {}

    /**
     * One finding: {@code kind} is {@code name}, {@code wikidata}, {@code country} or {@code role};
     * {@code value} the folded name, the id, or the office with its state and the day from which
     * two held it; {@code actors} the ids of those concerned, in order.
     */
    public record Finding(String kind, String value, List<String> actors) {}

    public static List<Finding> of(Collection<Actor> actors) {
        var names = new TreeMap<String, TreeSet<String>>();
        var wikidata = new TreeMap<String, TreeSet<String>>();
        var countries = new TreeMap<String, TreeSet<String>>();
        var byId = new LinkedHashMap<String, Actor>();
        actors.forEach(actor -> byId.put(actor.id(), actor));
        for (Actor actor : actors) {
            actor.names().forEach(name -> add(names, Fold.fold(name), actor));
            actor.aliases().forEach(name -> add(names, Fold.fold(name), actor));
            if (actor.wikidata() != null) {
                add(wikidata, actor.wikidata(), actor);
            }
            if (actor.country() != null && !byId.containsKey(actor.country())) {
                add(countries, actor.country(), actor);
            }
        }
        var findings = new ArrayList<Finding>();
        addAll(findings, "name", names, 2);
        addAll(findings, "wikidata", wikidata, 2);
        addAll(findings, "country", countries, 1);
        new Holders(byId.values())
                .overlapping(Offices.shipped())
                .forEach((seat, both) -> findings.add(new Finding("role", seat, both)));
        return List.copyOf(findings);
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
