package org.tocsin.gateway.route;

import static org.tocsin.gateway.route.Drawn.escaped;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.core.access.Credential;
import org.tocsin.core.access.Credential.Kind;
import org.tocsin.gateway.access.Credentials;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;

/** The tokens and sessions that the reader may take back, the youngest first. */
final class TokenParts implements Parts {

    private final Credentials credentials;

    TokenParts(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Map<String, String> of(Context ctx) {
        Principal reader = Door.caller(ctx);
        List<Credential> shown =
                credentials.list().stream().filter(TokenRoutes.seenBy(reader)).toList();
        return Map.of(
                "tally",
                count(shown, Kind.TOKEN, "token") + " · " + count(shown, Kind.SESSION, "session"),
                "tokens",
                shown.stream().map(each -> row(each, reader)).collect(Collectors.joining()));
    }

    private static String count(List<Credential> all, Kind kind, String word) {
        return Drawn.count(all.stream().filter(each -> each.kind() == kind).count(), word);
    }

    private static String row(Credential token, Principal reader) {
        boolean isSession = token.kind() == Kind.SESSION;
        String scopes =
                token.scopes().stream()
                        .map(scope -> words(scope, reader))
                        .collect(Collectors.joining("; "));
        return """
        <tr data-key="%1$s"><th scope="row"><span dir="auto">%2$s</span>%3$s</th><td dir="auto">%4$s</td><td>%5$s</td>\
        <td>%6$s</td><td>%7$s</td><td class="number">%8$s</td>\
        <td><button type="button" class="act" data-token="%1$s" aria-label="%9$s %2$s">%10$s</button></td></tr>\
        """
                .formatted(
                        escaped(token.id()),
                        escaped(token.name()),
                        isSession ? "<span class=\"aside\"> session</span>" : "",
                        escaped(token.owner()),
                        escaped(scopes),
                        Drawn.stamp(token.created()),
                        token.expires() == null ? "never" : Drawn.stamp(token.expires()),
                        token.perMinute() == 0 ? "as usual" : token.perMinute(),
                        isSession ? "End the session" : "Take back the token",
                        isSession ? "End it" : "Take back");
    }

    /** A role by its name; a permission as the form says it, where it is the reader's own. */
    private static String words(String scope, Principal reader) {
        return Permission.of(scope).filter(reader::may).map(Permission::words).orElse(scope);
    }
}
