package org.tocsin.core.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.ActorType;

/** Items of Wikidata's JSON dumps: labels and aliases in the languages that we read. */
final class WikidataItem {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "mul", "fr", "es", "de", "it", "pt", "ru", "uk", "ar", "fa", "he", "tr",
                    "el", "zh", "ko", "ja", "ku");

    private static final Set<String> STATES = Set.of("Q6256", "Q3624078", "Q7275", "Q1763527");
    private static final Set<String> ARMED =
            Set.of("Q17149090", "Q1788992", "Q45382", "Q17127659", "Q7210356", "Q56061");
    private static final String HUMAN = "Q5";

    private WikidataItem() {}

    static Drafts.Draft draft(JsonNode item, Drafts drafts) {
        String id = item.path("id").asText();
        if (!id.matches("Q[1-9][0-9]*")) {
            return Drafts.Draft.refused("no item of Wikidata: " + id);
        }
        var names = new ArrayList<String>();
        for (String language : LANGUAGES) {
            JsonNode label = item.at("/labels/" + language + "/value");
            if (label.isTextual()) {
                names.add(label.asText());
            }
        }
        for (String language : LANGUAGES) {
            item.at("/aliases/" + language)
                    .forEach(alias -> addAlias(alias.path("value").asText(), names));
        }
        ActorType type = type(item);
        String country =
                type == ActorType.COUNTRY
                        ? null
                        : country(item, type == ActorType.PERSON ? "P27" : "P17", drafts);
        return drafts.of(new Drafts.Said(type, names, id, country));
    }

    /** An alias of one short word is a nickname or a sign; its actor is found without it. */
    private static void addAlias(String alias, List<String> names) {
        if (alias.indexOf(' ') > 0 || alias.length() > 4) {
            names.add(alias);
        }
    }

    private static ActorType type(JsonNode item) {
        Set<String> kinds = new HashSet<>(values(item, "P31"));
        if (kinds.contains(HUMAN)) {
            return ActorType.PERSON;
        }
        if (kinds.stream().anyMatch(STATES::contains)) {
            return ActorType.COUNTRY;
        }
        if (kinds.stream().anyMatch(ARMED::contains)) {
            return ActorType.ARMED_GROUP;
        }
        return item.at("/claims/P625").size() > 0 && item.at("/claims/P1813").isMissingNode()
                ? ActorType.PLACE
                : ActorType.ORGANISATION;
    }

    private static String country(JsonNode item, String property, Drafts drafts) {
        for (String state : values(item, property)) {
            if (drafts.item(state) != null) {
                return drafts.item(state);
            }
        }
        return null;
    }

    private static List<String> values(JsonNode item, String property) {
        var values = new ArrayList<String>();
        for (JsonNode claim : item.at("/claims/" + property)) {
            JsonNode value = claim.at("/mainsnak/datavalue/value/id");
            if (value.isTextual()) {
                values.add(value.asText());
            }
        }
        return values;
    }
}
