package org.tocsin.core.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.watch.query.Nearest;
import org.tocsin.core.watch.query.Reach;

/**
 * Where all clauses of a rule must be answered: in one sentence, one article, one story, or in any
 * articles told within {@code span} of each other ({@code span} is null for the other kinds).
 */
public record Scope(Kind kind, Duration span) {

    public enum Kind {
        SENTENCE,
        ARTICLE,
        STORY,
        WINDOW
    }

    Reach reach() {
        return switch (kind) {
            case SENTENCE -> Reach.SENTENCE;
            case ARTICLE -> Reach.ARTICLE;
            case STORY -> Reach.STORY;
            case WINDOW -> Reach.SPAN;
        };
    }

    static final Duration LONGEST = Duration.ofDays(30);

    /** As people write a span: 6h, 24 hours, 2 days. */
    private static final Pattern SPAN =
            Pattern.compile("p?t?([1-9]\\d{0,2}) ?(d|days?|h|hours?|m|min|minutes?)");

    /** True where one article answers alone. */
    public boolean isOneArticle() {
        return kind == Kind.SENTENCE || kind == Kind.ARTICLE;
    }

    /** Empty for text that is no scope or a span that is not above zero and at most 30 days. */
    static Optional<Scope> parse(String within) {
        return switch (within) {
            case "sentence", "article", "story" ->
                    Optional.of(new Scope(Kind.valueOf(within.toUpperCase(Locale.ROOT)), null));
            default -> window(within);
        };
    }

    /** What may have been meant by text that is no scope; empty where nothing comes near. */
    static String hint(String within) {
        String asked = within.strip().toLowerCase(Locale.ROOT);
        Matcher span = SPAN.matcher(asked);
        if (span.matches()) {
            String letter = span.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
            String meant = (letter.equals("D") ? "P" : "PT") + span.group(1) + letter;
            // What is too long as it is meant is refused without a hint: there is none.
            return window(meant).isPresent() ? Nearest.hint(List.of(meant)) : "";
        }
        return Nearest.hint(Nearest.near(asked, List.of("sentence", "article", "story")));
    }

    private static Optional<Scope> window(String within) {
        try {
            Duration span = Duration.parse(within);
            boolean fits = !span.isNegative() && !span.isZero() && span.compareTo(LONGEST) <= 0;
            return fits ? Optional.of(new Scope(Kind.WINDOW, span)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
