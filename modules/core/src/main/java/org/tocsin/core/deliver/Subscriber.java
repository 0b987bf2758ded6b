package org.tocsin.core.deliver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/**
 * Somebody who is told of alerts: what travels on {@code news.subscribers}.
 *
 * <p>{@code address} is a URL, or mail addresses with commas; {@code watchlists} and {@code kinds}
 * (names of {@link Alert.Kind}) are what it wants, empty for all; {@code severity} is the least;
 * {@code digest} is null to be told at once ({@link Digest}); {@code reason} is why it was
 * disabled; only what was fetched after {@code since} is told. {@code secret} signs webhooks and is
 * null for others; {@code formerSecret} signs too until {@code formerUntil}. {@code version} counts
 * from 1.
 *
 * <p>Its JSON, which the audit keeps, shows no secret, and of an address no more than {@link #to}.
 */
@JsonIgnoreProperties({"address", "secret", "formerSecret", "formerUntil"})
public record Subscriber(
        String id,
        String title,
        Kind kind,
        String address,
        List<String> watchlists,
        Severity severity,
        List<String> kinds,
        String digest,
        State state,
        String reason,
        Instant since,
        String secret,
        String formerSecret,
        Instant formerUntil,
        int version) {

    /** How a secret or an address begins that cannot be read here. */
    public static final String SEALED = "sealed:";

    /** What is sent, and how. */
    public enum Kind {
        WEBHOOK,
        SLACK,
        TEAMS,
        EMAIL;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is told anything. */
    public enum State {
        ACTIVE,
        /** Somebody wants a pause: what waits goes out afterwards. */
        PAUSED,
        /** It said that it is gone, or never took anything for days. */
        DISABLED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Subscriber {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(since, "since");
        title = title == null ? id : title;
        watchlists = watchlists == null ? List.of() : List.copyOf(watchlists);
        severity = severity == null ? Severity.LOW : severity;
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        state = state == null ? State.ACTIVE : state;
    }

    /** Whether it is to be told of that alert. */
    public boolean wants(Alert alert) {
        return state == State.ACTIVE
                && !alert.time().isBefore(since)
                && alert.severity().compareTo(severity) >= 0
                && (watchlists.isEmpty() || watchlists.contains(alert.watchlist()))
                && (kinds.isEmpty() || kinds.contains(alert.kind().name()));
    }

    /**
     * The address as it may be shown: of a URL no user, password or query, and no path where the
     * path is the password, as those of Slack and Teams are.
     */
    @JsonProperty
    public String to() {
        if (isSealed()) {
            return "sealed";
        }
        if (kind == Kind.EMAIL) {
            return address;
        }
        URI uri = URI.create(address);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String rest = kind == Kind.WEBHOOK ? uri.getRawPath() : "/…" + tail();
        return uri.getScheme() + "://" + uri.getHost() + port + rest;
    }

    private String tail() {
        return address.substring(Math.max(0, address.length() - 4));
    }

    /** Whether where to tell it is sealed with a key that is not known here. */
    @JsonIgnore
    public boolean isSealed() {
        return address.startsWith(SEALED);
    }

    /** When it is told of what comes now: at once, or with the next digest. */
    public Instant nextAfter(Instant now) {
        return Optional.ofNullable(digest)
                .flatMap(Digest::parse)
                .map(rhythm -> rhythm.after(now))
                .orElse(now);
    }

    /** The secrets that sign at that time, the present one first; none where nothing is signed. */
    public List<String> secretsAt(Instant now) {
        boolean both = formerSecret != null && formerUntil != null && now.isBefore(formerUntil);
        return Stream.of(secret, both ? formerSecret : null).filter(Objects::nonNull).toList();
    }

    public Subscriber in(State newState, String why) {
        return with(
                copy -> {
                    copy.state = newState;
                    copy.reason = why;
                });
    }

    /** Told only of what is fetched from then on. */
    public Subscriber since(Instant from) {
        return with(copy -> copy.since = from);
    }

    public Subscriber withVersion(int number) {
        return with(copy -> copy.version = number);
    }

    /** Signs with another secret; the one until now signs too until then. */
    public Subscriber signingWith(String newSecret, Instant formerSignsUntil) {
        return with(
                copy -> {
                    copy.formerSecret = secret;
                    copy.formerUntil = secret == null ? null : formerSignsUntil;
                    copy.secret = newSecret;
                });
    }

    /** With everything that is secret of it put through that; what is not there stays away. */
    public Subscriber veiled(UnaryOperator<String> veil) {
        return with(
                copy -> {
                    copy.address = veil.apply(address);
                    copy.secret = secret == null ? null : veil.apply(secret);
                    copy.formerSecret = formerSecret == null ? null : veil.apply(formerSecret);
                });
    }

    private Subscriber with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** What may differ in a copy, so that each change names only what it changes. */
    private static final class Copy {

        private final Subscriber of;
        private String address;
        private State state;
        private String reason;
        private Instant since;
        private String secret;
        private String formerSecret;
        private Instant formerUntil;
        private int version;

        Copy(Subscriber of) {
            this.of = of;
            this.address = of.address;
            this.state = of.state;
            this.reason = of.reason;
            this.since = of.since;
            this.secret = of.secret;
            this.formerSecret = of.formerSecret;
            this.formerUntil = of.formerUntil;
            this.version = of.version;
        }

        Subscriber made() {
            return new Subscriber(
                    of.id,
                    of.title,
                    of.kind,
                    address,
                    of.watchlists,
                    of.severity,
                    of.kinds,
                    of.digest,
                    state,
                    reason,
                    since,
                    secret,
                    formerSecret,
                    formerUntil,
                    version);
        }
    }

    /** Never the secrets, nor the address. */
    @Override
    public String toString() {
        return "Subscriber[" + id + ", " + kind + ", " + state + "]";
    }
}
