package org.tocsin.app.command;

import java.util.List;
import org.tocsin.app.lines.Terminal;

/** All commands, in the order in which the help shows them. */
final class Commands {

    private Commands() {}

    static List<Object> all(Terminal terminal) {
        return List.of(
                new DemoCommand(terminal),
                new AllCommand(terminal),
                new IngestCommand(terminal),
                new StageCommand(terminal),
                new ServeCommand(terminal),
                new TopicsCommand(terminal),
                new FeedsCommand(terminal),
                new WatchlistsCommand(terminal),
                new AlertsCommand(terminal),
                new DeadLettersCommand(terminal),
                new TokensCommand(terminal),
                new AuditCommand(terminal),
                new ParseCommand(terminal),
                new DedupeCommand(terminal),
                new TagCommand(terminal),
                new BacktestCommand(terminal),
                new LexiconCommand(terminal));
    }
}
