package org.tocsin.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.access.Scopes;
import org.tocsin.gateway.access.Tokens.Wanted;
import org.tocsin.gateway.route.Problem.Fault;

/**
 * A token as somebody asks for it: {@code {"name", "scopes", "expires", "perMinute"}}. Without
 * {@code expires} it ends after 90 days.
 */
final class TokenForm {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_A_MINUTE = 1_000_000;

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private TokenForm(JsonNode body) {
        this.body = body;
    }

    /**
     * @throws Problem.Refused with every fault at its field
     */
    static Wanted read(String text, Principal maker, Instant now) {
        JsonNode body;
        try {
            body = Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
        }
        if (body == null || !body.isObject()) {
            throw Problem.badRequest("the body must be a JSON object");
        }
        var form = new TokenForm(body);
        var wanted =
                new Wanted(form.name(), form.scopes(maker), form.expires(now), form.perMinute());
        if (!form.faults.isEmpty()) {
            throw Problem.unprocessable("Token refused", form.faults).refused();
        }
        return wanted;
    }

    private String name() {
        String name = body.path("name").asText("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fault("name", "name says what the token is for, in at most 100 characters");
        }
        return name;
    }

    private List<String> scopes(Principal maker) {
        var scopes = new ArrayList<String>();
        body.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        if (scopes.isEmpty()) {
            fault("scopes", "scopes lists roles or permissions, such as [\"viewer\"]");
        }
        Scopes.unknown(scopes)
                .forEach(scope -> fault("scopes", scope + " is no role and no permission"));
        Set<Permission> wanted = Scopes.permissions(scopes);
        wanted.removeAll(maker.permissions());
        if (!wanted.isEmpty()) {
            List<String> missing = wanted.stream().map(Permission::id).toList();
            fault("scopes", "you may not do that yourself: " + String.join(", ", missing));
        }
        return scopes;
    }

    private Instant expires(Instant now) {
        JsonNode expires = body.path("expires");
        if (expires.isMissingNode() || expires.isNull()) {
            return now.plus(USUAL).truncatedTo(ChronoUnit.MILLIS);
        }
        String text = expires.asText();
        try {
            Instant end =
                    text.startsWith("P") ? now.plus(Duration.parse(text)) : Instant.parse(text);
            if (end.isAfter(now)) {
                return end.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below.
        }
        fault("expires", "expires is a time to come, as 2027-03-02T12:00:00Z or P30D");
        return null;
    }

    private int perMinute() {
        JsonNode perMinute = body.path("perMinute");
        int number = perMinute.asInt(0);
        if (!perMinute.isMissingNode()
                && (!perMinute.isInt() || number < 0 || number > MOST_A_MINUTE)) {
            fault("perMinute", "perMinute is a number from 0 to " + MOST_A_MINUTE);
        }
        return number;
    }

    private void fault(String field, String message) {
        faults.add(Fault.of("#/" + field, message));
    }
}
