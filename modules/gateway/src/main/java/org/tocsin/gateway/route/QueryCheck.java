package org.tocsin.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tocsin.core.watch.query.Nearest;

/**
 * Holds the parameters of a request to {@code openapi.yaml} before a route reads them. One that is
 * misspelt would otherwise be passed over, and a list without its filter taken for one with it.
 *
 * <p>Names, choices, numbers, flags and patterns are checked; times and spans the routes read
 * themselves.
 */
final class QueryCheck implements Routes {

    private final Function<Context, Endpoint> endpoints;
    private final Map<String, Map<String, JsonNode>> schemas = new HashMap<>();

    /**
     * @param endpoints what answers a request
     */
    QueryCheck(Function<Context, Endpoint> endpoints) {
        this.endpoints = endpoints;
        JsonNode document = read(DescriptionRoutes.description());
        document.get("paths")
                .properties()
                .forEach(path -> describe(document, path.getKey(), path.getValue()));
    }

    private static JsonNode read(String description) {
        try {
            return new YAMLMapper().readTree(description);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.yaml is not YAML", e);
        }
    }

    private void describe(JsonNode document, String path, JsonNode item) {
        item.properties()
                .forEach(
                        method -> {
                            var parameters = new ArrayList<JsonNode>();
                            item.path("parameters").forEach(parameters::add);
                            method.getValue().path("parameters").forEach(parameters::add);
                            String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
                            schemas.put(name, queried(document, parameters));
                        });
    }

    private static Map<String, JsonNode> queried(JsonNode document, List<JsonNode> parameters) {
        var queried = new TreeMap<String, JsonNode>();
        for (JsonNode parameter : parameters) {
            JsonNode found = resolve(document, parameter);
            if (found.get("in").asText().equals("query")) {
                queried.put(found.get("name").asText(), resolve(document, found.get("schema")));
            }
        }
        return queried;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asText().substring(1));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::check);
    }

    private void check(Context ctx) {
        Endpoint endpoint = endpoints.apply(ctx);
        boolean isAsked = ctx.queryString() != null && ctx.path().startsWith(Api.ROOT);
        if (endpoint == null || !isAsked) {
            return;
        }
        Map<String, JsonNode> described = schemas.get(endpoint.method.name() + " " + endpoint.path);
        if (described != null) {
            ctx.queryParamMap().forEach((name, values) -> check(name, values, described));
        }
    }

    private static void check(String name, List<String> values, Map<String, JsonNode> described) {
        JsonNode schema = described.get(name);
        if (schema == null) {
            String choices = described.isEmpty() ? "" : Nearest.hint(name, described.keySet());
            throw Problem.badRequest("there is no parameter '" + name + "'" + choices);
        }
        if (values.size() != 1) {
            // None is left of one that cannot be decoded.
            String fault = values.isEmpty() ? "cannot be decoded" : "is given more than once";
            throw Problem.badRequest(name + " " + fault);
        }
        String wanted = unmet(schema, values.get(0));
        if (wanted != null) {
            throw Problem.badRequest("%s is %s, not %s".formatted(name, wanted, values.get(0)));
        }
    }

    /** What the schema asks for that the value is not; null where it is. */
    private static String unmet(JsonNode schema, String value) {
        if (schema.has("enum")) {
            var choices = new ArrayList<String>();
            schema.get("enum").forEach(choice -> choices.add(choice.asText()));
            return choices.contains(value) ? null : "one of " + String.join(", ", choices);
        }
        if (schema.has("pattern")) {
            return value.matches(schema.get("pattern").asText()) ? null : "of another form";
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> number(schema, value);
            case "boolean" -> value.matches("true|false") ? null : "true or false";
            default -> null;
        };
    }

    private static String number(JsonNode schema, String value) {
        long least = schema.path("minimum").asLong(Long.MIN_VALUE);
        long most = schema.path("maximum").asLong(Long.MAX_VALUE);
        boolean isNumber = value.matches("-?\\d{1,18}");
        if (isNumber && Long.parseLong(value) >= least && Long.parseLong(value) <= most) {
            return null;
        }
        return schema.has("maximum")
                ? "a number from %d to %d".formatted(least, most)
                : "a number" + (schema.has("minimum") ? " from " + least : "");
    }
}
