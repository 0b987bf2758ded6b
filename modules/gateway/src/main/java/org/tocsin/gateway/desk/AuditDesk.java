package org.tocsin.gateway.desk;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import org.tocsin.core.audit.AuditCheck;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** Reads what was changed by whom, and whether that record is whole. */
public final class AuditDesk {

    private final TopicLog log;

    public AuditDesk(Settings settings, AvroSerdes serdes) {
        this.log = new TopicLog(settings, serdes);
    }

    /** The last so many of those that are wanted, the latest first. */
    public List<AuditEntry> latest(Predicate<AuditEntry> wanted, int most) {
        var latest = new ArrayDeque<AuditEntry>();
        log.read(
                Topics.AUDIT,
                Long.MAX_VALUE,
                record -> {
                    if (record.value() != null && wanted.test(record.value())) {
                        latest.addFirst(record.value());
                        if (latest.size() > most) {
                            latest.removeLast();
                        }
                    }
                });
        return List.copyOf(latest);
    }

    /**
     * Recomputes every hash of the audit.
     *
     * @param known an entry that must be in it, null for none
     */
    public AuditCheck.Result verify(AuditCheck.Mark known) {
        var check = new AuditCheck(known);
        log.read(
                Topics.AUDIT,
                Long.MAX_VALUE,
                record -> {
                    if (record.value() != null) {
                        check.read(record.value());
                    }
                });
        return check.result();
    }
}
