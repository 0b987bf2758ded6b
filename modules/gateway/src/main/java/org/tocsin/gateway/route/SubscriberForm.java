package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tocsin.core.deliver.Digest;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.deliver.Addresses;

/** A subscriber's settings in JSON: a field that is left out stays as it is. */
final class SubscriberForm {

    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "title",
                    "kind",
                    "address",
                    "watchlists",
                    "severity",
                    "kinds",
                    "digest",
                    "state");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_TITLE = 200;

    private final Form form;
    private final Addresses addresses;
    private final Predicate<String> isWatchlist;

    /**
     * @param isWatchlist whether there is a watchlist of that id
     */
    SubscriberForm(Context ctx, Addresses addresses, Predicate<String> isWatchlist) {
        this.form = Form.of(ctx, FIELDS);
        this.addresses = addresses;
        this.isWatchlist = isWatchlist;
    }

    /**
     * @throws Problem.Refused with every fault at its field
     */
    Subscriber added() {
        String title = form.text("title");
        String id = form.text("id") == null ? slug(title) : form.text("id");
        if (!ID.matcher(id).matches()) {
            form.refuse("id", "an id is made of a to z, 0 to 9 and hyphens, at most 64 of them");
        }
        Subscriber.Kind kind = choice("kind", Subscriber.Kind.values(), Subscriber.Kind::id);
        if (kind == null || form.text("address") == null) {
            form.refuse(kind == null ? "kind" : "address", "kind and address are needed");
        }
        form.check("Subscriber refused");
        return changed(
                new Subscriber(
                        id,
                        id,
                        kind,
                        "",
                        List.of(),
                        Severity.LOW,
                        List.of(),
                        null,
                        Subscriber.State.ACTIVE,
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        1));
    }

    private static String slug(String title) {
        String plain = title == null ? "" : title.toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(64, slug.length()));
    }

    /**
     * The subscriber with what the form says of it; its kind and id stay.
     *
     * @throws Problem.Refused with every fault at its field
     */
    Subscriber changed(Subscriber before) {
        String title = form.has("title") ? form.text("title") : before.title();
        if (title != null && title.length() > LONGEST_TITLE) {
            form.refuse("title", "a title has at most " + LONGEST_TITLE + " characters");
        }
        Severity severity = choice("severity", Severity.values(), Severity::id);
        Subscriber.State state = choice("state", Subscriber.State.values(), Subscriber.State::id);
        if (state == Subscriber.State.DISABLED) {
            form.refuse("state", "state is active or paused");
        }
        var after =
                new Subscriber(
                        before.id(),
                        title,
                        before.kind(),
                        form.has("address") ? address(before.kind()) : before.address(),
                        form.has("watchlists") ? watchlists() : before.watchlists(),
                        form.has("severity") ? severity : before.severity(),
                        form.has("kinds") ? kinds() : before.kinds(),
                        form.has("digest") ? digest() : before.digest(),
                        state == null ? before.state() : state,
                        state == null ? before.reason() : null,
                        before.since(),
                        before.secret(),
                        before.formerSecret(),
                        before.formerUntil(),
                        before.version());
        form.check("Subscriber refused");
        return after;
    }

    private String address(Subscriber.Kind kind) {
        String address = form.text("address");
        if (address == null) {
            form.refuse("address", "an address is needed");
            return "";
        }
        addresses.fault(kind, address).ifPresent(why -> form.refuse("address", why));
        return address;
    }

    private List<String> texts(String field) {
        List<String> texts = form.texts(field);
        return texts == null ? List.of() : texts;
    }

    private List<String> watchlists() {
        List<String> ids = texts("watchlists");
        for (int i = 0; i < ids.size(); i++) {
            if (!isWatchlist.test(ids.get(i))) {
                form.refuse("watchlists/" + i, "there is no watchlist " + ids.get(i));
            }
        }
        return ids;
    }

    private List<String> kinds() {
        List<String> known = Arrays.stream(Alert.Kind.values()).map(Enum::name).toList();
        List<String> kinds =
                texts("kinds").stream().map(kind -> kind.toUpperCase(Locale.ROOT)).toList();
        for (int i = 0; i < kinds.size(); i++) {
            if (!known.contains(kinds.get(i))) {
                form.refuse("kinds/" + i, "a kind is one of " + String.join(", ", known));
            }
        }
        return kinds;
    }

    private String digest() {
        String digest = form.text("digest");
        if (digest != null && Digest.parse(digest).isEmpty()) {
            form.refuse("digest", "a digest is a span from PT5M to P7D, or as 07:00 Europe/London");
        }
        return digest;
    }

    /** Null where the field is not there or wrong. */
    private <E extends Enum<E>> E choice(
            String field, E[] values, java.util.function.Function<E, String> id) {
        String said = form.text(field);
        if (said == null) {
            return null;
        }
        for (E value : values) {
            if (id.apply(value).equalsIgnoreCase(said)) {
                return value;
            }
        }
        String known = String.join(", ", Arrays.stream(values).map(id).toList());
        form.refuse(field, field + " is one of " + known);
        return null;
    }
}
