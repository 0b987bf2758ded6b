package org.tocsin.wire.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * A rule by which the schemas of a subject may evolve, named as Confluent names it and judged by
 * Avro's own rules of resolution.
 */
public enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    /**
     * What speaks against the schema as the next one.
     *
     * @param earlier the subject's schemas, oldest first
     * @return a line for each fault, none when the schema may follow
     */
    public List<String> faults(Schema next, List<Schema> earlier) {
        int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(first, earlier.size()).stream()
                .flatMap(
                        old ->
                                Stream.concat(
                                        newReadsOld ? faults(next, old) : Stream.empty(),
                                        oldReadsNew ? faults(old, next) : Stream.empty()))
                .distinct()
                .toList();
    }

    private static Stream<String> faults(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(Compatibility::describe);
    }

    private static String describe(Incompatibility fault) {
        return "%s at %s: %s".formatted(fault.getType(), fault.getLocation(), fault.getMessage());
    }
}
