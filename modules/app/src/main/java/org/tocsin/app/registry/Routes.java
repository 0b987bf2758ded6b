package org.tocsin.app.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.app.registry.Entry.Version;
import org.tocsin.core.json.Json;
import org.tocsin.wire.registry.Compatibility;

/**
 * Which request asks for what. The answers are values to be written as JSON.
 *
 * <p>The paths are Confluent's; whatever is not here is a 404, which clients take to mean that a
 * registry is older than the feature (their serializers ask for {@code /associations} first).
 *
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Confluent's
 *     API</a>
 */
final class Routes {

    private static final Map<String, String> READWRITE = Map.of("mode", "READWRITE");

    private final Registrar registrar;
    private final Subjects subjects;

    Routes(Registrar registrar) {
        this.registrar = registrar;
        this.subjects = registrar.subjects();
    }

    Object answer(Call call) {
        List<String> path = call.path();
        if (path.isEmpty()) {
            return Map.of();
        }
        return switch (path.get(0)) {
            case "subjects" -> subjects(call, path);
            case "schemas" -> schemas(call, path);
            case "config" -> config(call, path);
            case "compatibility" -> compatibility(call, path);
            case "mode" -> mode(call, path);
            default -> throw Refusal.noSuchPlace();
        };
    }

    private Object subjects(Call call, List<String> path) {
        if (path.size() == 1) {
            only(call, "GET");
            Predicate<Version> seen = seenBy(call);
            return subjects.all(seen).stream().map(Version::subject).distinct().toList();
        }
        String subject = path.get(1);
        if (path.size() == 2) {
            return switch (call.method()) {
                case "POST" -> whole(registrar.find(subject, call.schema(), call.asks("deleted")));
                case "DELETE" -> registrar.delete(subject, call.asks("permanent"));
                default -> throw Refusal.wrongMethod();
            };
        }
        if (!path.get(2).equals("versions") || path.size() > 5) {
            throw Refusal.noSuchPlace();
        }
        return path.size() == 3 ? versions(call, subject) : version(call, path);
    }

    private Object versions(Call call, String subject) {
        return switch (call.method()) {
            case "POST" -> Map.of("id", registrar.register(subject, call.schema()).id());
            case "GET" -> {
                List<Integer> numbers =
                        subjects.of(subject).stream()
                                .filter(seenBy(call))
                                .map(Version::version)
                                .toList();
                if (numbers.isEmpty()) {
                    throw Refusal.noSubject(subject);
                }
                yield numbers;
            }
            default -> throw Refusal.wrongMethod();
        };
    }

    private Object version(Call call, List<String> path) {
        boolean permanent = call.asks("permanent");
        if (call.method().equals("DELETE") && path.size() == 4) {
            Version version = versionNamed(path.get(1), path.get(3), v -> true);
            registrar.delete(version, permanent);
            return version.version();
        }
        only(call, "GET");
        Version version = versionNamed(path.get(1), path.get(3), seenBy(call));
        if (path.size() == 4) {
            return whole(version);
        }
        return path.get(4).equals("schema") ? text(version.schema()) : none();
    }

    private Version versionNamed(String subject, String name, Predicate<Version> seen) {
        List<Version> versions = subjects.of(subject).stream().filter(seen).toList();
        if (versions.isEmpty()) {
            throw Refusal.noSubject(subject);
        }
        if (name.equals("latest") || name.equals("-1")) {
            return versions.get(versions.size() - 1);
        }
        int number = versionNumber(name);
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.noVersion(number));
    }

    private static int versionNumber(String name) {
        if (name.matches("\\d{1,9}") && Integer.parseInt(name) > 0) {
            return Integer.parseInt(name);
        }
        throw Refusal.badVersion(name);
    }

    private Object schemas(Call call, List<String> path) {
        only(call, "GET");
        if (path.equals(List.of("schemas", "types"))) {
            return List.of("AVRO");
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("ids")) {
            throw Refusal.noSuchPlace();
        }
        int id = path.get(2).matches("\\d{1,9}") ? Integer.parseInt(path.get(2)) : 0;
        String schema = subjects.schema(id).orElseThrow(() -> Refusal.noSchema(id));
        Predicate<Version> seen = seenBy(call).and(version -> version.id() == id);
        return switch (path.size() == 3 ? "" : path.get(3)) {
            case "" -> Map.of("schema", schema);
            case "schema" -> text(schema);
            case "versions" -> subjects.all(seen).stream().map(Routes::place).toList();
            case "subjects" ->
                    subjects.all(seen).stream().map(Version::subject).distinct().toList();
            default -> none();
        };
    }

    private Object config(Call call, List<String> path) {
        String subject = subjectAt(path, 1);
        return switch (call.method()) {
            case "GET" -> Map.of("compatibilityLevel", ruleFor(call, subject).name());
            case "PUT" -> {
                Compatibility rule = ruleNamed(call.body().path("compatibility").asText());
                registrar.setRule(subject, Optional.of(rule));
                yield Map.of("compatibility", rule.name());
            }
            case "DELETE" -> {
                Compatibility before = ruleFor(call, subject);
                registrar.setRule(subject, Optional.empty());
                yield Map.of("compatibilityLevel", before.name());
            }
            default -> throw Refusal.wrongMethod();
        };
    }

    private Compatibility ruleFor(Call call, String subject) {
        return subject == null || call.asks("defaultToGlobal")
                ? subjects.rule(subject)
                : subjects.ownRule(subject).orElseThrow(() -> Refusal.noRule(subject));
    }

    private static Compatibility ruleNamed(String name) {
        return Arrays.stream(Compatibility.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRule(name));
    }

    private Object compatibility(Call call, List<String> path) {
        if (path.size() < 4 || path.size() > 5 || !path.get(1).equals("subjects")) {
            throw Refusal.noSuchPlace();
        }
        only(call, "POST");
        String subject = path.get(2);
        List<Version> earlier =
                path.size() == 4
                        ? subjects.aliveOf(subject)
                        : List.of(versionNamed(subject, path.get(4), v -> !v.deleted()));
        List<String> faults = registrar.faults(subject, call.schema(), earlier);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("is_compatible", faults.isEmpty());
        if (call.asks("verbose")) {
            answer.put("messages", faults);
        }
        return answer;
    }

    /** The mode cannot be changed, but clients may ask for it and set what it is. */
    private static Object mode(Call call, List<String> path) {
        subjectAt(path, 1);
        if (call.method().equals("PUT")) {
            String mode = call.body().path("mode").asText();
            if (!mode.equals("READWRITE")) {
                throw Refusal.badMode(mode);
            }
        } else {
            only(call, "GET");
        }
        return READWRITE;
    }

    /** Null where the path names none. */
    private static String subjectAt(List<String> path, int position) {
        if (path.size() > position + 1) {
            throw Refusal.noSuchPlace();
        }
        return path.size() > position ? path.get(position) : null;
    }

    private static void only(Call call, String method) {
        if (!call.method().equals(method)) {
            throw Refusal.wrongMethod();
        }
    }

    private static Predicate<Version> seenBy(Call call) {
        return call.asks("deleted") ? version -> true : version -> !version.deleted();
    }

    private static Object none() {
        throw Refusal.noSuchPlace();
    }

    private static Map<String, Object> place(Version version) {
        var place = new LinkedHashMap<String, Object>();
        place.put("subject", version.subject());
        place.put("version", version.version());
        return place;
    }

    private static Map<String, Object> whole(Version version) {
        Map<String, Object> whole = place(version);
        whole.put("id", version.id());
        whole.put("schema", version.schema());
        return whole;
    }

    /** The schema itself is the answer, not a text that holds it. */
    private static Object text(String schema) {
        try {
            return Json.mapper().readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a registered schema is no JSON", e);
        }
    }
}
