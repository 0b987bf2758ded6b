package org.tocsin.app.command;

import java.util.ArrayList;
import java.util.Collections;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.audit.AuditCheck;
import org.tocsin.core.audit.AuditCheck.Mark;
import org.tocsin.gateway.desk.AuditDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who changed what. */
@Command(name = "audit", description = "Shows who changed what, and checks that record.")
final class AuditCommand extends Group {

    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "The latest changes, oldest first, a line each.")
    int list(
            @Mixin Help help,
            @Option(names = "--limit", defaultValue = "100", description = "How many.") int limit) {
        var latest = new ArrayList<>(desk().latest(entry -> true, limit));
        Collections.reverse(latest);
        latest.forEach(new JsonLines(terminal.out())::write);
        return 0;
    }

    @Command(
            name = "verify",
            description = {
                "Recomputes the chain of hashes; exit 1 where something was changed, left out or",
                "put in. The mark of the last entry is worth keeping elsewhere."
            })
    int verify(
            @Mixin Help help,
            @Option(
                            names = "--known",
                            paramLabel = "NUMBER:HASH",
                            description = "The mark of an entry that must be in it.")
                    String known) {
        AuditCheck.Result result = desk().verify(known == null ? null : mark(known));
        new JsonLines(terminal.out()).write(result);
        if (!result.sound()) {
            throw new Failed(result.fault());
        }
        terminal.err()
                .println(
                        result.entries() == 0
                                ? "nothing was changed yet"
                                : "%d entries, all well; mark %d:%s"
                                        .formatted(result.entries(), result.to(), result.head()));
        return 0;
    }

    private static Mark mark(String known) {
        try {
            return Mark.of(known);
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
        }
    }

    private AuditDesk desk() {
        Settings settings = Running.system(terminal);
        return new AuditDesk(settings, new AvroSerdes(settings.registry()));
    }
}
