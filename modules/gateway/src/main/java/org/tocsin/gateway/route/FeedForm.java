package org.tocsin.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.feed.BadFeed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.gateway.route.Problem.Fault;

/** A feed's settings in JSON: a field that is left out stays as it is, null takes it back. */
final class FeedForm {

    // The id, so that what was read can be sent back.
    private static final Set<String> KNOWN = Set.of("id", "url");
    private static final Set<String> FLAGS = Set.of("enabled", "pages", "robots");

    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    private FeedForm(JsonNode json) {
        this.json = json;
    }

    /** Of a new feed, or one that has this address: it must be there. */
    static FeedEdit withAddress(String body) {
        return new FeedForm(Api.object(body)).edit(true);
    }

    /** Of a feed that is named otherwise. */
    static FeedEdit ofKnown(String body) {
        return new FeedForm(Api.object(body)).edit(false);
    }

    private FeedEdit edit(boolean needsAddress) {
        json.fieldNames()
                .forEachRemaining(
                        field -> {
                            if (!KNOWN.contains(field) && !FeedEdit.FIELDS.contains(field)) {
                                refuse(field, "a feed has no " + field);
                            }
                        });
        FeedEdit edit = address(needsAddress);
        for (String field : FeedEdit.FIELDS) {
            if (json.has(field)) {
                set(edit, field, json.get(field));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("Feed refused", faults).refused();
        }
        return edit;
    }

    /** A wrong address spoils no other fault's telling. */
    private FeedEdit address(boolean isNeeded) {
        JsonNode url = json.path("url");
        if (!isNeeded && (url.isMissingNode() || url.isNull())) {
            return FeedEdit.ofKnown();
        }
        if (!url.isTextual()) {
            refuse("url", "url is needed: the http or https address of the feed");
            return FeedEdit.ofKnown();
        }
        try {
            return FeedEdit.of(url.asText());
        } catch (BadFeed e) {
            refuse("url", e.getMessage());
            return FeedEdit.ofKnown();
        }
    }

    private void set(FeedEdit edit, String field, JsonNode value) {
        boolean isFlag = FLAGS.contains(field);
        if (!value.isNull() && (isFlag ? !value.isBoolean() : !value.isTextual())) {
            String wanted = isFlag ? "true or false" : "text";
            refuse(field, "%s is %s or null, not %s".formatted(field, wanted, value));
            return;
        }
        try {
            edit.set(field, value.isNull() ? null : value.asText());
        } catch (BadFeed e) {
            refuse(field, e.getMessage());
        }
    }

    private void refuse(String field, String why) {
        faults.add(Fault.of("#/" + field, why));
    }
}
