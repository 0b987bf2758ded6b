package org.tocsin.core.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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
