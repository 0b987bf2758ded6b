package org.tocsin.gateway.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.tocsin.core.access.Credential;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.TokenDesk;

/** Makes tokens and sessions, and takes them back. */
public final class Tokens {

    /** A secret is shown by whoever got it; only its hash is kept. */
    public record Issued(Credential credential, String secret) {
        @Override
        public String toString() {
            return "Issued[" + credential.id() + "]";
        }
    }

    /**
     * What somebody asks for.
     *
     * @param expires when it ends; null for never
     * @param perMinute requests in a minute; 0 for the gateway's usual limit
     */
    public record Wanted(String name, List<String> scopes, Instant expires, int perMinute) {
        public Wanted {
            scopes = List.copyOf(scopes);
        }
    }

    private final TokenDesk desk;
    private final Credentials credentials;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param credentials told at once of what is made and taken back here
     * @param clock the time of people
     */
    public Tokens(TokenDesk desk, Credentials credentials, Clock clock) {
        this.desk = desk;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A token that works for its owner. */
    public Issued issue(Wanted wanted, String owner, Author author) {
        return add(Credential.Kind.TOKEN, wanted, owner, author);
    }

    /** The session of somebody who signed in just now. */
    Issued signIn(String who, Wanted session) {
        return add(Credential.Kind.SESSION, session, who, new Author(who, "signed in"));
    }

    private Issued add(Credential.Kind kind, Wanted wanted, String owner, Author author) {
        Secret secret = Secret.fresh(random);
        // The topic keeps milliseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var credential =
                new Credential(
                        secret.id(),
                        kind,
                        wanted.name(),
                        owner,
                        wanted.scopes(),
                        secret.hash(),
                        now,
                        wanted.expires(),
                        wanted.perMinute());
        desk.add(credential, author);
        credentials.put(credential.id(), credential);
        return new Issued(credential, secret.text());
    }

    /** Those that count now and are wanted, the youngest first. */
    public List<Credential> list(Predicate<Credential> wanted) {
        Instant now = clock.instant();
        return desk.list().stream().filter(each -> each.holdsAt(now)).filter(wanted).toList();
    }

    /**
     * Takes one back, with the sessions that were opened by it; empty where there is none of that
     * id that may be.
     */
    public List<Credential> revoke(String id, Predicate<Credential> may, Author author) {
        List<Credential> revoked =
                desk.revoke(id, may, each -> each.name().equals(SignIn.byToken(id)), author);
        revoked.forEach(each -> credentials.put(each.id(), null));
        return revoked;
    }
}
