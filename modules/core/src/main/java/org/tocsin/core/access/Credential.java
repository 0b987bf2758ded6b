package org.tocsin.core.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A token for a program, or the session of somebody who signed in: what travels on {@code
 * news.access}. Its secret is shown once and kept nowhere.
 *
 * @param name what it is for
 * @param owner who made it, or who signed in
 * @param scopes what it may do: names of roles and permissions
 * @param hash the SHA-256 of the whole secret, in hexadecimal digits. The secret is random and
 *     long, so that no slow hash is needed
 * @param expires when it ends; null for never
 * @param perMinute requests it may make in a minute; 0 for the gateway's usual limit
 */
public record Credential(
        String id,
        Kind kind,
        String name,
        String owner,
        List<String> scopes,
        @JsonIgnore String hash,
        Instant created,
        Instant expires,
        int perMinute) {

    /** Who shows it. */
    public enum Kind {
        TOKEN,
        SESSION
    }

    public Credential {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(created, "created");
        scopes = List.copyOf(scopes);
    }

    /** Whether it counts at that moment. */
    @JsonIgnore
    public boolean holdsAt(Instant moment) {
        return expires == null || moment.isBefore(expires);
    }

    /** What stands in the audit as the author: a program is named beside the one it works for. */
    @JsonIgnore
    public String author() {
        return kind == Kind.SESSION ? owner : owner + " (" + name + ")";
    }
}
