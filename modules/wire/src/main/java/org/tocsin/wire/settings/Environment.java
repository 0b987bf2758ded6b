package org.tocsin.wire.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.tocsin.wire.registry.RegistryConfig;

/** Reads typed values and remembers every fault instead of stopping at the first. */
final class Environment {

    static final String KAFKA = "TOCSIN_KAFKA_";
    static final String REGISTRY = "TOCSIN_SCHEMA_REGISTRY_";

    private static final String FILE = "_FILE";
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Environment(Map<String, String> environment) {
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith("TOCSIN_") && !value.isBlank()) {
                        put(environment, name, value.strip());
                    }
                });
    }

    /** A secret can be kept in a file: TOCSIN_X_FILE names the file that holds TOCSIN_X. */
    private void put(Map<String, String> environment, String name, String value) {
        if (!name.endsWith(FILE)) {
            values.put(name, value);
            return;
        }
        String plain = name.substring(0, name.length() - FILE.length());
        if (!environment.getOrDefault(plain, "").isBlank()) {
            faults.add("%s and %s are both set".formatted(plain, name));
            return;
        }
        try {
            values.put(plain, Files.readString(Path.of(value)).strip());
        } catch (IOException | InvalidPathException e) {
            faults.add("%s: cannot read %s".formatted(name, value));
        }
    }

    Optional<String> text(Variable variable) {
        String value = values.getOrDefault(variable.name(), variable.fallback());
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** An http or https address with a host; empty when it is unset or wrong. */
    Optional<URI> webAddress(Variable variable) {
        return text(variable)
                .flatMap(
                        value -> {
                            try {
                                URI address = new URI(value);
                                boolean web =
                                        "http".equalsIgnoreCase(address.getScheme())
                                                || "https".equalsIgnoreCase(address.getScheme());
                                if (web && address.getHost() != null) {
                                    return Optional.of(address);
                                }
                            } catch (URISyntaxException e) {
                                // Told below, like any other that is no address.
                            }
                            faults.add(
                                    "%s=%s is not an http or https address"
                                            .formatted(variable, value));
                            return Optional.empty();
                        });
    }

    /** A whole number within the bounds; empty when it is unset or wrong. */
    Optional<Integer> number(Variable variable, int min, int max) {
        return text(variable)
                .flatMap(
                        value -> {
                            try {
                                int number = Integer.parseInt(value);
                                if (min <= number && number <= max) {
                                    return Optional.of(number);
                                }
                            } catch (NumberFormatException e) {
                                // The fault below says what was expected.
                            }
                            faults.add(
                                    "%s=%s is not a whole number from %d to %d"
                                            .formatted(variable, value, min, max));
                            return Optional.empty();
                        });
    }

    int port(Variable variable) {
        return number(variable, 0, 65535).orElse(0);
    }

    Duration duration(Variable variable) {
        String value = text(variable).orElseThrow();
        Matcher brief = SHORT_DURATION.matcher(value);
        try {
            if (brief.matches()) {
                return Duration.parse(iso(Long.parseLong(brief.group(1)), brief.group(2)));
            }
            Duration duration = Duration.parse(value);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // The fault below says what was expected.
        }
        faults.add("%s=%s is not a duration such as 50ms or PT30S".formatted(variable, value));
        return Duration.ZERO;
    }

    private static String iso(long amount, String unit) {
        return unit.equals("ms")
                ? "PT%d.%03dS".formatted(amount / 1000, amount % 1000)
                : "PT" + amount + unit.toUpperCase(Locale.ROOT);
    }

    /** True or false, in those words. */
    boolean flag(Variable variable) {
        String value = text(variable).orElseThrow();
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            faults.add("%s=%s is neither true nor false".formatted(variable, value));
        }
        return Boolean.parseBoolean(value);
    }

    Optional<Path> path(Variable variable) {
        return text(variable).map(Path::of);
    }

    /** The values of a family, under the keys that clients know: TOCSIN_KAFKA_A_B is a.b. */
    Map<String, String> family(String prefix) {
        var family = new TreeMap<String, String>();
        values.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        String key = name.substring(prefix.length()).toLowerCase(Locale.ROOT);
                        family.put(key.replace('_', '.'), value);
                    }
                });
        return family;
    }

    /**
     * Complains of names that are almost one that is known; any other name may be another
     * program's, such as those that Kubernetes sets for every service it has.
     */
    void refuseMisspelt() {
        Set<String> known =
                Arrays.stream(Variable.values()).map(Variable::name).collect(Collectors.toSet());
        Set<String> keys = new TreeSet<>(ProducerConfig.configNames());
        keys.addAll(ConsumerConfig.configNames());
        keys.addAll(AdminClientConfig.configNames());
        keys.forEach(key -> known.add(KAFKA + key.toUpperCase(Locale.ROOT).replace('.', '_')));
        RegistryConfig.keys()
                .forEach(
                        key ->
                                known.add(
                                        REGISTRY + key.toUpperCase(Locale.ROOT).replace('.', '_')));
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name ->
                                known.stream()
                                        .filter(each -> Misspelling.of(each, name))
                                        .findFirst()
                                        .ifPresent(
                                                meant ->
                                                        fault(
                                                                "%s is not a setting; did you mean %s?"
                                                                        .formatted(name, meant))));
    }

    void fault(String fault) {
        faults.add(fault);
    }

    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }
}
