package org.tocsin.bench.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.tag.ActorType;

/**
 * Regions and territories of rigour, and further names of states: all that it calls strong, and of
 * the weak ones those that say that they are a region's.
 */
final class Regions {

    private static final String SAYS_REGION =
            "(?iu).*(oblast|region|область|республика|республіка|republic|autonom|автоном).*";

    /** Capitals among the names of their provinces, and names that are many things. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "乌鲁木齐",
                    "拉萨",
                    "Cyberspace",
                    "Global",
                    "Antarctica",
                    "München",
                    "Ascension",
                    "Victoria",
                    "Pará",
                    "Uri",
                    "Zug",
                    "Jura",
                    "Acre",
                    "Jersey",
                    "Cayman",
                    "Pitcairn");

    /** The internet and the whole world. */
    private static final Set<String> NOWHERE = Set.of("ip", "zz");

    private final StateCodes states;
    private final Shelf shelf;

    Regions(StateCodes states, Shelf shelf) {
        this.states = states;
        this.shelf = shelf;
    }

    void read(Path territories) throws IOException {
        var mapper = new ObjectMapper();
        for (String line : Files.readAllLines(territories)) {
            read(mapper.readTree(line));
        }
    }

    private void read(JsonNode territory) {
        String code = territory.get("code").asText();
        boolean historical = territory.path("is_historical").asBoolean();
        boolean state = territory.get("is_country").asBoolean();
        List<String> names = names(territory, code);
        if (NOWHERE.contains(code) || names.isEmpty() || historical && !state) {
            return;
        }
        String country = states.id(territory.path("parent").asText());
        Shelf.Found found =
                new Shelf.Found(
                        state ? ActorType.COUNTRY : ActorType.PLACE,
                        names,
                        territory.get("qid").asText(),
                        country,
                        "");
        Actor known = known(territory, code, names.get(0));
        if (known != null) {
            shelf.addTo(known, found);
        } else if (shelf.byHand.named(names.get(0)).isEmpty()) {
            shelf.add(found);
        }
    }

    /** The actor that this territory is: the state of that code, or who has its Wikidata id. */
    private Actor known(JsonNode territory, String code, String name) {
        if (states.id(code) != null) {
            return shelf.byHand.byId(states.id(code)).orElseThrow();
        }
        String qid = territory.get("qid").asText();
        return shelf.byHand.actors().stream()
                .filter(actor -> qid.equals(actor.wikidata()))
                .findFirst()
                .or(() -> samePlace(name))
                .orElse(null);
    }

    private Optional<Actor> samePlace(String name) {
        return shelf.byHand.named(name).stream()
                .filter(actor -> actor.type() == ActorType.PLACE && actor.capitalOf() == null)
                .filter(actor -> actor.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<String> names(JsonNode territory, String code) {
        var all = new ArrayList<String>();
        all.add(territory.get("name").asText());
        all.add(territory.get("full_name").asText());
        territory.path("names_strong").forEach(name -> all.add(name.asText()));
        boolean ofTheUnion = code.startsWith("us_");
        for (JsonNode weak : territory.path("names_weak")) {
            boolean says = code.contains("_") && weak.asText().matches(SAYS_REGION);
            if (says || ofTheUnion && weak.asText().matches("[\\p{IsCyrillic} ]{4,}")) {
                all.add(weak.asText());
            }
        }
        var names = new LinkedHashSet<String>();
        for (String name : all) {
            String plain =
                    name.replaceAll("[\u0300-\u036f‘’]|\\s*\\(.*\\)| nutome", "")
                            .replace(" -", "-")
                            .strip();
            if (isName(plain)) {
                names.add(plain);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isName(String name) {
        return !LEFT_OUT.contains(name)
                && !name.matches("\\p{IsLatin}{1,3}|\\p{Ll}.*|\\p{Lu}{2,5}|[^\\p{Lu}]*\\p{Lu}\\..*")
                && !name.matches("(?U).*[,/♠\\d—].*|.*--.*")
                && (name.length() > 3 || !name.matches("\\p{IsCyrillic}+"));
    }
}
