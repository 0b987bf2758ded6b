package org.tocsin.app.command;

import java.util.Iterator;
import org.tocsin.app.lines.Terminal;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.app.role.StageRole;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One stage of the pipeline. */
@Command(name = "stage", description = "Runs one stage of the pipeline.")
final class StageCommand extends RoleCommand {

    @Parameters(
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private String name;

    StageCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Ensemble start(Foundation foundation) {
        return StageRole.start(name, foundation);
    }

    @Override
    void check(Settings settings) {
        if (!StageRole.names().contains(name)) {
            throw new Misuse("no stage " + name + "; the stages are " + StageRole.names());
        }
    }

    /** The stages, for the help. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return StageRole.names().iterator();
        }
    }
}
