package org.tocsin.ingestor.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * For how long an answer need not be asked for again: RFC 9111, 4.2. We are nobody's shared cache,
 * so {@code max-age} comes before {@code s-maxage}, which still tells how old an answer of the
 * publisher's own cache may be.
 */
final class Freshness {

    /** RFC 9111, 1.2.2: what does not fit into 31 bits is as good as for ever. */
    private static final long FOR_EVER = 1L << 31;

    private Freshness() {}

    /** Null where the answer does not say. */
    static Duration of(HttpMessage reply, Instant now) {
        Duration lifetime = directed(reply);
        if (lifetime == null) {
            return expiring(reply, now);
        }
        Long age = seconds(Answer.header(reply, "Age"));
        Duration left = age == null ? lifetime : lifetime.minusSeconds(age);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration directed(HttpMessage reply) {
        Long ours = null;
        Long shared = null;
        Iterator<HeaderElement> directives = MessageSupport.iterate(reply, "Cache-Control");
        while (directives.hasNext()) {
            HeaderElement directive = directives.next();
            switch (directive.getName().toLowerCase(Locale.ROOT)) {
                case "no-store", "no-cache" -> {
                    return Duration.ZERO;
                }
                case "max-age" -> ours = first(ours, seconds(directive.getValue()));
                case "s-maxage" -> shared = first(shared, seconds(directive.getValue()));
                default -> {
                    // Says nothing of time.
                }
            }
        }
        Long said = first(ours, shared);
        return said == null ? null : Duration.ofSeconds(said);
    }

    /** RFC 9111, 5.3: a date that is none, as the usual "0", lies in the past. */
    private static Duration expiring(HttpMessage reply, Instant now) {
        Header expires = reply.getFirstHeader("Expires");
        if (expires == null || expires.getValue() == null) {
            return null;
        }
        Instant end = date(expires.getValue());
        Instant sent = date(Answer.header(reply, "Date"));
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(sent == null ? now : sent, end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** RFC 9110, 5.6.7, but for the third form, which servers gave up; null for none. */
    static Instant date(String text) {
        return text == null ? null : DateUtils.parseStandardDate(text.strip());
    }

    private static Long seconds(String text) {
        String digits = text == null ? "" : text.strip();
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return null;
        }
        return digits.length() > 10 ? FOR_EVER : Math.min(FOR_EVER, Long.parseLong(digits));
    }

    private static Long first(Long one, Long other) {
        return one == null ? other : one;
    }
}
