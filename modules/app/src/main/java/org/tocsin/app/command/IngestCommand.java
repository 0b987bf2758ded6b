package org.tocsin.app.command;

import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.app.role.IngestRole;
import picocli.CommandLine.Command;

/** The ingestor. */
@Command(name = "ingest", description = "Reads the feeds and writes their articles to Kafka.")
final class IngestCommand extends RoleCommand {

    IngestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Ensemble start(Foundation foundation) throws CannotStart {
        return IngestRole.start(foundation);
    }
}
