package org.tocsin.app.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.gateway.access.Access;
import org.tocsin.gateway.access.Scopes;
import org.tocsin.gateway.access.Tokens.Issued;
import org.tocsin.gateway.access.Tokens.Wanted;
import org.tocsin.gateway.desk.Author;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What programs and people show to be let in. */
@Command(
        name = "tokens",
        description = "Makes, lists and takes back tokens of the API and sessions.")
final class TokensCommand extends Group {

    private static final String BY = "command line";
    private static final String WHY = "Why; it stands in the audit.";

    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    TokensCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a new token is to be. */
    static final class Wish {

        @Option(
                names = "--scope",
                required = true,
                split = ",",
                description = "Roles (viewer, analyst, operator, admin) or permissions.")
        private List<String> scopes;

        @Option(
                names = "--expires",
                defaultValue = "P90D",
                description = "After how long it ends, as an ISO 8601 duration.")
        private Duration expires;

        @Option(names = "--owner", defaultValue = BY, description = "Whom it works for.")
        private String owner;

        @Option(
                names = "--per-minute",
                defaultValue = "0",
                description = "Requests a minute; 0 for the usual limit.")
        private int perMinute;
    }

    @Command(
            name = "create",
            description = "Makes one and shows its secret, for the only time, on standard output.")
    int create(
            @Mixin Help help,
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Mixin Wish wish,
            @Option(names = "--why", description = WHY) String why) {
        List<String> unknown = Scopes.unknown(wish.scopes);
        if (!unknown.isEmpty()) {
            throw new Misuse("no role and no permission: " + String.join(", ", unknown));
        }
        if (wish.expires.isNegative() || wish.expires.isZero() || wish.perMinute < 0) {
            throw new Misuse("--expires is above zero, --per-minute at least zero");
        }
        var wanted =
                new Wanted(name, wish.scopes, clock.instant().plus(wish.expires), wish.perMinute);
        Issued issued = access().tokens().issue(wanted, wish.owner, new Author(BY, why));
        terminal.out().println(issued.secret());
        terminal.err()
                .println(
                        "token %s of %s, until %s"
                                .formatted(
                                        issued.credential().id(),
                                        issued.credential().owner(),
                                        issued.credential().expires()));
        return 0;
    }

    @Command(name = "list", description = "Tokens and sessions that count, a line each.")
    int list(@Mixin Help help) {
        access().tokens().list(each -> true).forEach(new JsonLines(terminal.out())::write);
        return 0;
    }

    @Command(name = "revoke", description = "Takes one back, with the sessions it opened.")
    int revoke(
            @Mixin Help help,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--why", description = WHY) String why) {
        var gone = access().tokens().revoke(id, each -> true, new Author(BY, why));
        if (gone.isEmpty()) {
            throw new Failed("there is no token " + id);
        }
        gone.forEach(each -> terminal.err().println(each.id() + ": revoked"));
        return 0;
    }

    private Access access() {
        Settings settings = Running.system(terminal);
        return Access.of(settings, new AvroSerdes(settings.registry()), clock);
    }
}
