package org.tocsin.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.gateway.deliver.Signer;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * Who is told of alerts. The audit keeps every change, without secrets and without what of an
 * address is one.
 */
public final class SubscriberDesk {

    private static final String KIND = "subscriber";

    /** How long the former secret signs as well after a rotation. */
    private static final Duration BOTH_SIGN = Duration.ofHours(24);

    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param clock the time of the news: a subscriber is told of what is fetched from now on
     */
    public SubscriberDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.ledger = new Ledger(settings, serdes, clock);
        this.clock = clock;
    }

    /** There is one of that id already. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(String id) {
            super("there is a subscriber " + id + " already");
        }
    }

    /** Somebody changed it since the caller read it. */
    public static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(Subscriber now) {
            super("subscriber %s has version %d by now".formatted(now.id(), now.version()));
        }
    }

    /** The time of the news, as the topic keeps it: in milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public Optional<Subscriber> find(String id) {
        return Optional.ofNullable(ledger.current(Topics.SUBSCRIBERS).get(id));
    }

    /**
     * Adds it, from now on and with a secret of its own where it is a webhook.
     *
     * @throws Taken when there is one of that id
     */
    public Subscriber add(Subscriber subscriber, Author author) {
        Subscriber made = subscriber.since(now()).withVersion(1);
        Subscriber signing =
                made.kind() == Subscriber.Kind.WEBHOOK
                        ? made.signingWith(Signer.newSecret(), null)
                        : made;
        return ledger.change(
                account(author),
                current -> {
                    if (current.containsKey(signing.id())) {
                        throw new Taken(signing.id());
                    }
                    return decide(null, signing);
                });
    }

    /**
     * Changes it where it stands as the caller knows it; empty where it is not there. One that
     * becomes active again is told of what is fetched from now on.
     *
     * @param expected its version, null for whatever stands
     * @throws Overtaken where it stands otherwise
     */
    public Optional<Subscriber> change(
            String id, UnaryOperator<Subscriber> edit, Author author, Integer expected) {
        return ledger.change(
                account(author),
                current -> {
                    Subscriber before = expected(current, id, expected);
                    if (before == null) {
                        return new Decision<>(List.of(), Optional.empty());
                    }
                    Subscriber after = resumed(before, edit.apply(before));
                    if (after.equals(before)) {
                        return new Decision<>(List.of(), Optional.of(before));
                    }
                    Subscriber numbered = after.withVersion(before.version() + 1);
                    return new Decision<>(
                            List.of(new Change<>(id, before, numbered, numbered.version())),
                            Optional.of(numbered));
                });
    }

    /** Writes it as it is once more, where that is still wanted: sealed as the settings say now. */
    public void rewrite(String id, Predicate<String> wanted, String why) {
        ledger.change(
                account(new Author("tocsin", why)),
                current -> {
                    Subscriber now = current.get(id);
                    boolean rewrites = now != null && wanted.test(id);
                    return new Decision<>(
                            rewrites
                                    ? List.of(new Change<>(id, now, now, now.version()))
                                    : List.of(),
                            null);
                });
    }

    private Subscriber resumed(Subscriber before, Subscriber after) {
        boolean resumes =
                before.state() != Subscriber.State.ACTIVE
                        && after.state() == Subscriber.State.ACTIVE;
        return resumes ? after.since(now()) : after;
    }

    /**
     * Another secret from now on; for a day both sign. Empty where it is not there.
     *
     * @throws Overtaken where it stands otherwise than expected
     */
    public Optional<Subscriber> rotate(
            String id, Instant timeOfDay, Author author, Integer expected) {
        Instant until = timeOfDay.plus(BOTH_SIGN).truncatedTo(ChronoUnit.MILLIS);
        return change(id, s -> s.signingWith(Signer.newSecret(), until), author, expected);
    }

    /** What the gateway itself says: nothing more is sent there until somebody wants it. */
    public void disable(String id, String why) {
        change(
                id,
                s ->
                        s.state() == Subscriber.State.ACTIVE
                                ? s.in(Subscriber.State.DISABLED, why)
                                : s,
                new Author("tocsin", why),
                null);
    }

    /**
     * False when there is none.
     *
     * @throws Overtaken where it stands otherwise
     */
    public boolean remove(String id, Author author, Integer expected) {
        return ledger.change(
                account(author),
                current -> {
                    Subscriber before = expected(current, id, expected);
                    return before == null
                            ? new Decision<>(List.of(), false)
                            : new Decision<>(
                                    List.of(new Change<>(id, before, null, before.version())),
                                    true);
                });
    }

    private static Subscriber expected(
            Map<String, Subscriber> current, String id, Integer version) {
        Subscriber now = current.get(id);
        if (now != null && version != null && version != now.version()) {
            throw new Overtaken(now);
        }
        return now;
    }

    private static Decision<Subscriber, Subscriber> decide(Subscriber before, Subscriber after) {
        return new Decision<>(
                List.of(new Change<>(after.id(), before, after, after.version())), after);
    }

    private static Account<Subscriber> account(Author author) {
        return new Account<>(Topics.SUBSCRIBERS, KIND, author);
    }
}
