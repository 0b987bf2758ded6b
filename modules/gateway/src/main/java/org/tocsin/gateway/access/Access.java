package org.tocsin.gateway.access;

import java.time.Clock;
import java.util.Optional;
import org.tocsin.gateway.desk.AuditDesk;
import org.tocsin.gateway.desk.TokenDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/**
 * All that a gateway needs to know its callers. {@code credentials} are fed from {@code
 * news.access}.
 */
public record Access(
        Settings settings,
        Credentials credentials,
        Callers callers,
        Tokens tokens,
        SignIn signIn,
        Optional<OidcLogin> provider,
        AuditDesk audit,
        Limits limits,
        Clock clock) {

    /**
     * @param clock the time of people, also where the news is replayed faster: a session of hours
     *     would be over in seconds
     */
    public static Access of(Settings settings, AvroSerdes serdes, Clock clock) {
        var credentials = new Credentials(clock);
        var callers = new Callers(settings, credentials);
        var tokens = new Tokens(new TokenDesk(settings, serdes, clock), credentials, clock);
        var signIn = new SignIn(settings.access(), tokens, callers, clock);
        return new Access(
                settings,
                credentials,
                callers,
                tokens,
                signIn,
                OidcLogin.of(settings.access(), signIn),
                new AuditDesk(settings, serdes),
                new Limits(settings.access().rateLimit(), System::nanoTime),
                clock);
    }
}
