package org.tocsin.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code openapi.yaml} as tests read it: its operations, and what a pointer leads to. */
public final class Description {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private Description(JsonNode document) {
        this.document = document;
        document.get("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
    }

    /** As the gateway carries it. */
    public static Description carried() {
        try (InputStream in =
                Description.class.getResourceAsStream("/org/tocsin/gateway/openapi.yaml")) {
            return new Description(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node of the document and the JSON pointer (RFC 6901) that leads to it. */
    public record Place(String pointer, JsonNode node) {

        public Place at(String name) {
            String step = name.replace("~", "~0").replace("/", "~1");
            return new Place(pointer + "/" + step, node.path(name));
        }

        public boolean isThere() {
            return !node.isMissingNode();
        }
    }

    /** A method of a path; {@code parameters} are those of the path and its own, by name. */
    public record Operation(String method, String path, Place at, Map<String, Place> parameters) {

        public String name() {
            return method + " " + path;
        }

        Pattern pattern() {
            var regex = new StringBuilder();
            Matcher variable = VARIABLE.matcher(path);
            int done = 0;
            while (variable.find()) {
                regex.append(Pattern.quote(path.substring(done, variable.start())));
                regex.append("([^/]*)");
                done = variable.end();
            }
            return Pattern.compile(regex.append(Pattern.quote(path.substring(done))).toString());
        }

        /** What stands in the place of each variable of the path. */
        public Map<String, String> variables(String actual) {
            var values = new HashMap<String, String>();
            Matcher match = pattern().matcher(actual);
            Matcher variable = VARIABLE.matcher(path);
            for (int i = 1; match.matches() && variable.find(); i++) {
                String value = URLDecoder.decode(match.group(i), StandardCharsets.UTF_8);
                values.put(variable.group(1), value);
            }
            return values;
        }
    }

    private void add(String path, JsonNode item) {
        Place at = new Place("", document).at("paths").at(path);
        item.fieldNames()
                .forEachRemaining(
                        method -> {
                            if (METHODS.contains(method)) {
                                var parameters = new HashMap<String, Place>();
                                collect(at.at("parameters"), parameters);
                                collect(at.at(method).at("parameters"), parameters);
                                String name = method.toUpperCase(Locale.ROOT);
                                operations.add(
                                        new Operation(name, path, at.at(method), parameters));
                            }
                        });
    }

    private void collect(Place list, Map<String, Place> parameters) {
        for (int i = 0; i < list.node().size(); i++) {
            Place item = new Place(list.pointer() + "/" + i, list.node().get(i));
            Place parameter = resolve(item);
            parameters.put(parameter.node().get("name").asText(), parameter);
        }
    }

    /** In the order of the document. */
    public List<Operation> operations() {
        return operations;
    }

    JsonNode document() {
        return document;
    }

    /** The operation that answers; a path without variables goes before one with. */
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.pattern().matcher(path).matches())
                .min(Comparator.comparing(operation -> operation.variables(path).size()));
    }

    /** Whether any method of that path is described. */
    boolean knows(String path) {
        return operations.stream()
                .anyMatch(operation -> operation.pattern().matcher(path).matches());
    }

    /** A parameter that several operations share. */
    public Place parameter(String name) {
        return new Place("", document).at("components").at("parameters").at(name);
    }

    /** Follows a reference within the document, if it is one. */
    public Place resolve(Place place) {
        JsonNode reference = place.node().get("$ref");
        if (reference == null) {
            return place;
        }
        String pointer = reference.asText().substring(1);
        return resolve(new Place(pointer, document.at(pointer)));
    }
}
