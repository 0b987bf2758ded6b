package org.tocsin.app.role;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/**
 * How a story and an alert read on one line of a terminal. Headlines come from anywhere: what a
 * terminal would take as a command is left out.
 */
public final class TickerLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final int LONGEST_HEADLINE = 90;
    private static final String FAINT = "\u001b[2m";
    private static final String BOLD_YELLOW = "\u001b[1;33m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean coloured;

    /**
     * @param coloured whether the terminal shows colours
     */
    public TickerLines(boolean coloured) {
        this.coloured = coloured;
    }

    /** The first telling of something new; nothing for repeats, revisions, copies and backlog. */
    Optional<String> of(Telling telling) {
        if (telling.verdict().verdict() != Verdict.Kind.NEW || telling.backlog()) {
            return Optional.empty();
        }
        String line =
                "%s  story  %s (%s)"
                        .formatted(
                                TIME.format(telling.article().eventTime()),
                                headline(telling.article().title()),
                                clean(telling.origin()));
        return Optional.of(painted(FAINT, line));
    }

    String of(Alert alert) {
        String line =
                "%s  ALERT  %-8s %-9s %s: %s (%s)"
                        .formatted(
                                TIME.format(alert.time()),
                                alert.severity().id(),
                                alert.kind(),
                                clean(alert.watchlist()),
                                headline(alert.headline()),
                                alert.origins() == 1 ? "1 origin" : alert.origins() + " origins");
        boolean grave = alert.severity().compareTo(Severity.HIGH) >= 0;
        return painted(grave ? BOLD_RED : BOLD_YELLOW, line);
    }

    private String painted(String colour, String line) {
        return coloured ? colour + line + PLAIN : line;
    }

    private static String headline(String text) {
        String clean = clean(text);
        return clean.codePointCount(0, clean.length()) <= LONGEST_HEADLINE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_HEADLINE - 1)) + "…";
    }

    /** Without control characters and without those that turn the writing direction round. */
    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }
}
