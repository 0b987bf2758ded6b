package org.tocsin.stages;

/**
 * What is wrong with a record that was read some time ago, by a stage that kept it until its turn
 * came: so that it becomes the dead letter, and not the one that is being read now.
 */
public final class RecordFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where the record was read, and what it was. */
    public record Source(
            String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {}

    private final transient Source source;

    private RecordFault(Source source, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.source = source;
    }

    /** The failure as the record's fault, or as it is where the fault lies elsewhere. */
    public static RuntimeException of(Source source, RuntimeException failure) {
        return Blame.liesWithTheRecord(failure) ? new RecordFault(source, failure) : failure;
    }

    Source source() {
        return source;
    }

    /** The one that stands behind the failure; null where that concerns the record being read. */
    static RecordFault in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordFault fault) {
                return fault;
            }
        }
        return null;
    }
}
