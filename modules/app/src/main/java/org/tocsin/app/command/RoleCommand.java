package org.tocsin.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.app.role.HealthServer;
import org.tocsin.app.role.PartLost;
import org.tocsin.app.role.RoleProcess;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that runs until it is told to end. */
@Command(
        footer = {
            "",
            "Runs against TOCSIN_KAFKA_BOOTSTRAP_SERVERS and TOCSIN_SCHEMA_REGISTRY_URL;",
            "without them, with an embedded broker and registry on TOCSIN_DATA (./data)."
        })
abstract class RoleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    RoleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the role stands on. */
    Foundation foundation(Map<String, String> environment) throws CannotStart {
        return Foundation.shared(environment);
    }

    /** Refuses what only the role knows to be wrong, before anything starts. */
    void check(Settings settings) {}

    /** Starts the parts. */
    abstract Ensemble start(Foundation foundation) throws CannotStart;

    @Override
    public final Integer call() throws CannotStart, InterruptedException {
        Settings settings = Settings.from(terminal.environment());
        check(settings);
        String log = LogChannel.ofRole(terminal.environment());
        try (var process = new RoleProcess(terminal, "Goodbye.")) {
            Foundation foundation = process.open(foundation(terminal.environment()));
            if (foundation.isEmbedded()) {
                process.explainHalts(log);
            }
            Ensemble ensemble = process.open(start(foundation));
            if (settings.healthPort() != 0) {
                process.open(
                        HealthServer.start(settings.httpHost(), settings.healthPort(), ensemble));
            }
            foundation.announce(ensemble.httpPort());
            process.runs();
            terminal.err().println("tocsin runs; it logs to " + log + "; Ctrl-C ends it");
            ensemble.awaitEnd();
            return 0;
        } catch (PartLost e) {
            terminal.err().println("tocsin: " + e.getMessage());
            return 1;
        }
    }
}
