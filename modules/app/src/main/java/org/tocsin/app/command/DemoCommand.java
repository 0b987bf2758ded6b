package org.tocsin.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.DemoRole;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.app.role.PartLost;
import org.tocsin.app.role.RoleProcess;
import org.tocsin.app.role.Ticker;
import org.tocsin.app.role.TickerLines;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first look. */
@Command(
        name = "demo",
        description = {
            "Everything in one process: an embedded broker and registry, all roles, and some days",
            "of sample news replayed in minutes. A restart continues where the last run ended."
        },
        footer = {
            "",
            "Data are kept in TOCSIN_DATA (./data). Ports, each with the setting that moves it:",
            "  8080  dashboard         TOCSIN_HTTP_PORT",
            "  9092  broker            TOCSIN_EMBEDDED_KAFKA_PORT",
            "  8081  schema registry   TOCSIN_EMBEDDED_REGISTRY_PORT",
            "  8082  sample feeds      TOCSIN_DEMO_FEEDS_PORT"
        })
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        Map<String, String> environment = embedded(terminal.environment());
        String log = LogChannel.ofRole(environment);
        Settings settings = Settings.from(environment);
        settings.refuseOpenDoor();
        Path data = settings.data();
        terminal.err().println("starting the broker, the registry and all roles …");
        try (var process =
                new RoleProcess(terminal, "Goodbye. Start it again to go on where it stopped.")) {
            Foundation foundation = process.open(Foundation.own(environment));
            process.explainHalts(log);
            var lines = new TickerLines(terminal.isColoured());
            process.open(Ticker.open(foundation, lines, terminal.out()));
            Ensemble ensemble = DemoRole.start(foundation, process);
            foundation.announce(ensemble.httpPort());
            process.runs();
            welcome(ensemble, data);
            ensemble.awaitEnd();
            return 0;
        } catch (PartLost e) {
            terminal.err().println("tocsin: " + e.getMessage() + "; " + log + " says more");
            return 1;
        }
    }

    /** The demo is never played into anybody's real cluster. */
    private static Map<String, String> embedded(Map<String, String> environment) {
        var copy = new HashMap<>(environment);
        copy.remove("TOCSIN_KAFKA_BOOTSTRAP_SERVERS");
        copy.remove("TOCSIN_SCHEMA_REGISTRY_URL");
        return copy;
    }

    private void welcome(Ensemble ensemble, Path data) {
        terminal.err()
                .println(
                        """
                        Tocsin runs, with sample news of four days in three minutes.

                          Dashboard   http://localhost:%d
                          Try next    ./tocsin watchlists list          what is being watched
                                      ./tocsin alerts tail              alerts as JSON Lines
                                      ./tocsin feeds add https://…      a feed of your own
                          Data        %s (delete it to begin anew)

                        Stories and alerts as they come; Ctrl-C ends.
                        """
                                .formatted(ensemble.httpPort(), data));
    }
}
