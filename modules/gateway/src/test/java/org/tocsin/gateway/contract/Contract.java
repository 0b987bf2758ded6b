package org.tocsin.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.contract.Description.Operation;
import org.tocsin.gateway.contract.Description.Place;

/**
 * Holds exchanges against the description: what is accepted was described, and so is what is
 * answered, with its status, its media type, its headers and every field. Whatever fails is a
 * problem (RFC 9457), described or not.
 */
public final class Contract {

    private static final Set<String> JSON =
            Set.of("application/json", "application/problem+json", "application/feed+json");

    private final Description description = Description.carried();
    private final Schemas schemas = new Schemas(description);
    private final Set<String> answered = new ConcurrentSkipListSet<>();

    public Description description() {
        return description;
    }

    /** The operations, as METHOD PATH, that have accepted a request so far. */
    public Set<String> answered() {
        return new TreeSet<>(answered);
    }

    /**
     * @throws AssertionError where the exchange is not as described
     */
    public void hold(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d, and is not as openapi.yaml describes it:%n  %s%n%s"
                            .formatted(
                                    exchange.method(),
                                    exchange.target(),
                                    exchange.status(),
                                    String.join("\n  ", faults),
                                    exchange.body()));
        }
    }

    /** In what the exchange differs from the description. */
    public List<String> faults(Exchange exchange) {
        var faults = new ArrayList<String>();
        String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        var operation = description.find(method, exchange.path());
        if (exchange.status() >= 400) {
            problem(exchange, faults);
        }
        if (operation.isPresent()) {
            if (exchange.isAccepted()) {
                accepted(operation.get(), exchange, faults);
            }
            answer(operation.get(), exchange, faults);
        } else if (exchange.method().equals("OPTIONS")) {
            return faults;
        } else if (description.knows(exchange.path()) && exchange.isAccepted()) {
            faults.add("the method is not described");
        } else if (exchange.path().startsWith("/api/") && exchange.isAccepted()) {
            faults.add("the path is not described");
        }
        return faults;
    }

    private void problem(Exchange exchange, List<String> faults) {
        if (exchange.method().equals("HEAD") || isDown(exchange)) {
            return;
        }
        if (!exchange.answered().equals("application/problem+json")) {
            faults.add("a failure is no problem, but '%s'".formatted(exchange.answered()));
            return;
        }
        JsonNode problem = json(exchange.body(), faults);
        Place schema =
                new Place("", description.document()).at("components").at("schemas").at("Problem");
        faults.addAll(schemas.faults(schema, problem));
        if (problem.path("status").asInt() != exchange.status()) {
            faults.add("the problem says another status than the answer");
        }
    }

    /** Being down is what an orchestrator asked for, and no failure to answer. */
    private static boolean isDown(Exchange exchange) {
        return exchange.path().startsWith("/health/") && exchange.status() == 503;
    }

    private synchronized void accepted(
            Operation operation, Exchange exchange, List<String> faults) {
        answered.add(operation.name());
        if (exchange.path().startsWith("/api/")) {
            query(operation, exchange, faults);
        }
        Place content = description.resolve(operation.at().at("requestBody")).at("content");
        if (exchange.sent().isEmpty()) {
            return;
        }
        Place schema = content.at(exchange.sentAs()).at("schema");
        if (!schema.isThere()) {
            faults.add("accepted a body of '%s', not described".formatted(exchange.sentAs()));
        } else if (JSON.contains(exchange.sentAs())) {
            schemas.faults(schema, json(exchange.sent(), faults))
                    .forEach(fault -> faults.add("accepted a body though " + fault));
        }
    }

    private void query(Operation operation, Exchange exchange, List<String> faults) {
        for (String pair : exchange.query().split("&")) {
            String[] parts = pair.split("=", 2);
            Place parameter = operation.parameters().get(parts[0]);
            if (pair.isEmpty()) {
                continue;
            }
            if (parameter == null || !parameter.node().path("in").asText().equals("query")) {
                faults.add("accepted the parameter %s, not described".formatted(parts[0]));
                continue;
            }
            String value =
                    URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8);
            List<String> asText = valueFaults(parameter.at("schema"), value);
            asText.forEach(fault -> faults.add("accepted %s though %s".formatted(pair, fault)));
        }
    }

    /** A parameter is text; what its schema takes may be a number or a flag. */
    private List<String> valueFaults(Place schema, String value) {
        List<String> asText = schemas.faults(schema, TextNode.valueOf(value));
        if (!asText.isEmpty() && value.matches("true|false|-?\\d{1,18}")) {
            return schemas.faults(schema, json(value, new ArrayList<>()));
        }
        return asText;
    }

    private void answer(Operation operation, Exchange exchange, List<String> faults) {
        if (exchange.status() == 304 && exchange.method().matches("GET|HEAD")) {
            return;
        }
        Place responses = operation.at().at("responses");
        Place given = responses.at(Integer.toString(exchange.status()));
        Place response = description.resolve(given.isThere() ? given : responses.at("default"));
        if (!response.isThere()) {
            faults.add("the status is not described");
            return;
        }
        headers(response, exchange, faults);
        Place content = response.at("content");
        if (exchange.method().equals("HEAD")) {
            return;
        }
        if (!content.isThere()) {
            // What a redirect says beside its Location nobody reads.
            if (!exchange.body().isEmpty() && exchange.status() < 300) {
                faults.add("answered a body where none is described");
            }
            return;
        }
        Place schema = content.at(exchange.answered()).at("schema");
        if (!schema.isThere()) {
            faults.add("answered '%s', not described".formatted(exchange.answered()));
        } else if (JSON.contains(exchange.answered())) {
            faults.addAll(schemas.faults(schema, json(exchange.body(), faults)));
        }
    }

    private void headers(Place response, Exchange exchange, List<String> faults) {
        response.at("headers")
                .node()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            Place header = description.resolve(response.at("headers").at(name));
                            boolean isNeeded = header.node().path("required").asBoolean();
                            if (isNeeded && exchange.headers().firstValue(name).isEmpty()) {
                                faults.add("the header %s is missing".formatted(name));
                            }
                        });
    }

    private static JsonNode json(String text, List<String> faults) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            faults.add("no JSON: " + e.getOriginalMessage());
            return Json.mapper().missingNode();
        }
    }
}
