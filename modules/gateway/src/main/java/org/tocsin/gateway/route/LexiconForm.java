package org.tocsin.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.EntryCheck;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;
import org.tocsin.gateway.route.Problem.Fault;

/** An addition to the lexicon in JSON: name, type, wikidata, country, names. */
final class LexiconForm {

    static final Set<String> JSON = Set.of("application/json");

    private static final Set<String> FIELDS =
            Set.of("id", "name", "type", "wikidata", "country", "names", "by", "time");

    private final String id;
    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    private LexiconForm(String id, JsonNode json) {
        this.id = id;
        this.json = json;
    }

    /**
     * The addition that the body says.
     *
     * @param forced whether a name may be another actor's or a common word as well
     * @throws Problem.Refused with every fault, each under the field that has it
     */
    static LexiconEntry read(String id, String body, Lexicon lexicon, boolean forced) {
        LexiconForm form = of(id, body);
        LexiconEntry entry = form.entry();
        for (EntryCheck.Finding finding : EntryCheck.of(entry, lexicon)) {
            if (!forced || !finding.mayBeMeant()) {
                form.refuse(finding.field(), finding.message());
            }
        }
        form.throwFaults();
        return entry;
    }

    /**
     * The addition that the body says, whatever there is against its names.
     *
     * @throws Problem.Refused with every fault of its fields
     */
    static LexiconEntry draft(String id, String body) {
        return of(id, body).entry();
    }

    private static LexiconForm of(String id, String body) {
        return new LexiconForm(id, Api.object(body));
    }

    private LexiconEntry entry() {
        json.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!FIELDS.contains(field)) {
                                refuse(field, "an addition has no " + field);
                            }
                        });
        String name = text("name");
        ActorType type = ActorType.byId(String.valueOf(text("type"))).orElse(null);
        if (name == null) {
            refuse("name", "name is needed: the label");
        }
        if (type == null) {
            refuse("type", "type is one of person, country, organisation, armed-group, place");
        }
        List<String> names = names();
        String wikidata = text("wikidata");
        String country = text("country");
        throwFaults();
        return new LexiconEntry(id, name, type, wikidata, country, names, null, Instant.EPOCH);
    }

    private String text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            refuse(field, field + " is text, not " + value);
            return null;
        }
        return value.asText().isBlank() ? null : value.asText().strip();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        JsonNode given = json.path("names");
        if (!given.isArray() && !given.isMissingNode() && !given.isNull()) {
            refuse("names", "names are a list of texts");
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).isTextual() && !given.get(i).asText().isBlank()) {
                names.add(given.get(i).asText().strip());
            } else {
                refuse("names/" + i, "a name is text");
            }
        }
        return names;
    }

    private void throwFaults() {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("Addition refused", faults).refused();
        }
    }

    private void refuse(String field, String why) {
        faults.add(Fault.of("#/" + field, why));
    }
}
