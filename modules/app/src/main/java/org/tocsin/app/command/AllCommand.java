package org.tocsin.app.command;

import java.util.Map;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.AllRole;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;

/** Every role in one process. */
@Command(name = "all", description = "Runs every role in one process.")
final class AllCommand extends RoleCommand {

    AllCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Foundation foundation(Map<String, String> environment) throws CannotStart {
        return Foundation.own(environment);
    }

    @Override
    void check(Settings settings) {
        settings.refuseOpenDoor();
    }

    @Override
    Ensemble start(Foundation foundation) throws CannotStart {
        return AllRole.start(foundation);
    }
}
