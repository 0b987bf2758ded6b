package org.tocsin.app.registry;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.tocsin.app.registry.Entry.Version;
import org.tocsin.wire.registry.Compatibility;

/**
 * Decides what may be registered and deleted. One change at a time is judged, kept, and only then
 * seen; questions never wait for a change that is being kept.
 */
final class Registrar {

    private final Subjects subjects;
    private final SchemaLog log;
    private final ReentrantLock change = new ReentrantLock();

    Registrar(Subjects subjects, SchemaLog log) {
        this.subjects = subjects;
        this.log = log;
    }

    Subjects subjects() {
        return subjects;
    }

    /** The version that has this schema, a new one where none has. */
    Version register(String subject, Schema schema) {
        return changing(
                () -> {
                    String text = schema.toString();
                    Optional<Version> known = find(subjects.aliveOf(subject), text);
                    return known.orElseGet(() -> add(subject, schema, text));
                });
    }

    private Version add(String subject, Schema schema, String text) {
        List<Version> all = subjects.of(subject);
        List<String> faults = faults(subject, schema, subjects.aliveOf(subject));
        if (!faults.isEmpty()) {
            throw Refusal.incompatible(subject, subjects.rule(subject), String.join("; ", faults));
        }
        // Numbers of deleted versions are not given again: consumers may remember them.
        int number = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
        var version = new Version(subject, number, subjects.idFor(text), text, false);
        keep(version);
        return version;
    }

    /** What the subject's rule has against the schema after these versions. */
    List<String> faults(String subject, Schema schema, List<Version> earlier) {
        return subjects.rule(subject)
                .faults(schema, earlier.stream().map(each -> parse(each.schema())).toList());
    }

    Version find(String subject, Schema schema, boolean alsoDeleted) {
        List<Version> versions = alsoDeleted ? subjects.of(subject) : subjects.aliveOf(subject);
        if (versions.isEmpty()) {
            throw Refusal.noSubject(subject);
        }
        return find(versions, schema.toString()).orElseThrow(Refusal::notRegistered);
    }

    private static Optional<Version> find(List<Version> versions, String text) {
        return versions.stream().filter(each -> each.schema().equals(text)).findFirst();
    }

    /** Deletes a subject, the second time for good; gives the numbers of its versions. */
    List<Integer> delete(String subject, boolean permanently) {
        return changing(
                () -> {
                    List<Version> all = subjects.of(subject);
                    List<Version> alive = subjects.aliveOf(subject);
                    if (all.isEmpty()) {
                        throw Refusal.noSubject(subject);
                    }
                    if (permanently && !alive.isEmpty()) {
                        throw Refusal.notYetDeleted(subject);
                    }
                    if (!permanently && alive.isEmpty()) {
                        throw Refusal.alreadyDeleted(subject);
                    }
                    if (permanently) {
                        all.forEach(each -> keep(gone(each)));
                    } else {
                        int last = all.get(all.size() - 1).version();
                        keep(new Entry.SubjectDeleted(subject, last));
                        subjects.ownRule(subject)
                                .ifPresent(r -> keep(new Entry.Rule(subject, Optional.empty())));
                    }
                    return (permanently ? all : alive).stream().map(Version::version).toList();
                });
    }

    /** Deletes one version, the second time for good. */
    void delete(Version version, boolean permanently) {
        changing(
                () -> {
                    if (permanently && !version.deleted()) {
                        throw Refusal.notYetDeleted(version.subject(), version.version());
                    }
                    if (!permanently && version.deleted()) {
                        throw Refusal.alreadyDeleted(version.subject(), version.version());
                    }
                    keep(permanently ? gone(version) : version.asDeleted());
                    return version;
                });
    }

    private static Entry gone(Version version) {
        return new Entry.VersionGone(version.subject(), version.version());
    }

    /** Sets or unsets a rule; a null subject stands for all that have none of their own. */
    void setRule(String subject, Optional<Compatibility> rule) {
        changing(
                () -> {
                    if (!subjects.ownRule(subject).equals(rule)) {
                        keep(new Entry.Rule(subject, rule));
                    }
                    return rule;
                });
    }

    private <T> T changing(Supplier<T> decision) {
        change.lock();
        try {
            return decision.get();
        } finally {
            change.unlock();
        }
    }

    private void keep(Entry entry) {
        log.append(entry);
        subjects.apply(entry);
    }

    static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw Refusal.badSchema(e.getMessage());
        }
    }
}
