package org.tocsin.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.gateway.route.Problem.Fault;

/** A small JSON object that a client sends: its known fields as text, with every fault it has. */
final class Form {

    private static final Set<String> JSON = Set.of("application/json");

    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    private Form(JsonNode json) {
        this.json = json;
    }

    /** The body of a request that may have these fields. */
    static Form of(Context ctx, Set<String> fields) {
        JsonNode json = Api.object(Api.body(ctx, JSON));
        var form = new Form(json);
        json.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!fields.contains(field)) {
                                form.refuse(field, "there is no field '" + field + "'");
                            }
                        });
        return form;
    }

    /** Null where the field is not there, null or blank. */
    String text(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            refuse(field, field + " takes a single value");
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** Whether the field is there, be it null. */
    boolean has(String field) {
        return json.has(field);
    }

    /** The texts of a list; null where the field is not there or null. */
    List<String> texts(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var texts = new ArrayList<String>();
        if (!value.isArray()) {
            refuse(field, field + " takes a list of texts");
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).asText());
            } else {
                refuse(field + "/" + i, "not a text");
            }
        }
        return texts;
    }

    /** The text just as it was sent, blanks and all; empty where there is none. */
    String raw(String field) {
        return json.path(field).asText("");
    }

    void refuse(String field, String why) {
        faults.add(Fault.of("#/" + field, why));
    }

    /**
     * @throws Problem.Refused where anything was refused
     */
    void check(String title) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(title, faults).refused();
        }
    }
}
