package org.tocsin.app.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tocsin.app.registry.Entry.Version;
import org.tocsin.wire.registry.Compatibility;

/**
 * All that is registered: the sum of the topic's entries. A registry holds some tens of schemas and
 * its clients remember what they asked, so questions are answered by looking through them.
 */
final class Subjects {

    /** Confluent's default. */
    private static final Compatibility DEFAULT_RULE = Compatibility.BACKWARD;

    private final Map<String, NavigableMap<Integer, Version>> subjects = new TreeMap<>();
    private final Map<String, Compatibility> rules = new HashMap<>();

    /** Ids are never given twice, also when their schema is gone for good. */
    private int lastId;

    synchronized void apply(Entry entry) {
        if (entry instanceof Version version) {
            lastId = Math.max(lastId, version.id());
            versionsOf(version.subject()).put(version.version(), version);
        } else if (entry instanceof Entry.VersionGone gone) {
            versionsOf(gone.subject()).remove(gone.version());
        } else if (entry instanceof Entry.SubjectDeleted deleted) {
            versionsOf(deleted.subject())
                    .headMap(deleted.version(), true)
                    .replaceAll((number, version) -> version.asDeleted());
        } else if (entry instanceof Entry.Rule rule) {
            rules.remove(rule.subject());
            rule.rule().ifPresent(level -> rules.put(rule.subject(), level));
        }
    }

    private NavigableMap<Integer, Version> versionsOf(String subject) {
        return subjects.computeIfAbsent(subject, added -> new TreeMap<>());
    }

    /** The versions of a subject, oldest first, with those that are deleted. */
    synchronized List<Version> of(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, new TreeMap<>()).values());
    }

    /** The versions of a subject, oldest first. */
    List<Version> aliveOf(String subject) {
        return of(subject).stream().filter(version -> !version.deleted()).toList();
    }

    /** The versions of all subjects, subjects in alphabetical order. */
    synchronized List<Version> all(Predicate<Version> wanted) {
        return versions(wanted).toList();
    }

    /** The id of that text, wherever it is registered, else the next free one. */
    synchronized int idFor(String schema) {
        return versions(version -> version.schema().equals(schema))
                .map(Version::id)
                .findFirst()
                .orElse(lastId + 1);
    }

    synchronized Optional<String> schema(int id) {
        return versions(version -> version.id() == id).map(Version::schema).findFirst();
    }

    private Stream<Version> versions(Predicate<Version> wanted) {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(wanted);
    }

    /** The subject's own rule; with null the one of subjects without their own. */
    synchronized Optional<Compatibility> ownRule(String subject) {
        return Optional.ofNullable(rules.get(subject));
    }

    synchronized Compatibility rule(String subject) {
        return ownRule(subject).or(() -> ownRule(null)).orElse(DEFAULT_RULE);
    }
}
