package org.tocsin.core.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.ActorType;

/**
 * Entities of FollowTheMoney, as OpenSanctions exports them: {@code id}, {@code schema}, {@code
 * caption}, {@code properties} of lists. Persons and bodies become actors; weak aliases do not.
 */
final class FollowTheMoney {

    private static final Set<String> BODIES =
            Set.of("Organization", "PublicBody", "LegalEntity", "Company");

    private FollowTheMoney() {}

    static Drafts.Draft draft(JsonNode entity, Drafts drafts) {
        String schema = entity.path("schema").asText();
        JsonNode properties = entity.path("properties");
        boolean person = schema.equals("Person");
        if (!person && !BODIES.contains(schema)) {
            return Drafts.Draft.refused("no actor is of the schema " + schema);
        }
        var names = new ArrayList<String>();
        names.add(entity.path("caption").asText());
        properties.path("name").forEach(name -> names.add(name.asText()));
        properties.path("alias").forEach(name -> names.add(name.asText()));
        ActorType type =
                person
                        ? ActorType.PERSON
                        : isArmed(properties) ? ActorType.ARMED_GROUP : ActorType.ORGANISATION;
        return drafts.of(
                new Drafts.Said(type, names, wikidata(entity), country(properties, drafts)));
    }

    private static boolean isArmed(JsonNode properties) {
        for (JsonNode topic : properties.path("topics")) {
            if (topic.asText().startsWith("crime.terror") || topic.asText().equals("crime.war")) {
                return true;
            }
        }
        return false;
    }

    private static String wikidata(JsonNode entity) {
        String id = entity.path("id").asText();
        for (String known : List.of(id, entity.at("/properties/wikidataId/0").asText())) {
            if (known.matches("Q[1-9][0-9]*")) {
                return known;
            }
        }
        return null;
    }

    private static String country(JsonNode properties, Drafts drafts) {
        for (String property : List.of("country", "nationality", "citizenship", "jurisdiction")) {
            for (JsonNode code : properties.path(property)) {
                String state = drafts.state(code.asText());
                if (state != null) {
                    return state;
                }
            }
        }
        return null;
    }
}
