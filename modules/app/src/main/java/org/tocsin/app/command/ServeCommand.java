package org.tocsin.app.command;

import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.app.role.ServeRole;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;

/** The gateway. */
@Command(name = "serve", description = "Serves the dashboard and the API.")
final class ServeCommand extends RoleCommand {

    ServeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check(Settings settings) {
        settings.refuseOpenDoor();
    }

    @Override
    Ensemble start(Foundation foundation) throws CannotStart {
        return ServeRole.start(foundation);
    }
}
