package org.tocsin.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the rows that the gateway draws itself are made of. News says anything; here it is text, in
 * no direction but its own, and no place of the page's own to be filled.
 */
final class Drawn {

    /** A tall window full; the scripts bring the rest. */
    static final int ROWS = 24;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Drawn() {}

    static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("{", "&#123;")
                        .replaceAll("[\u202d\u202e]", "\u2060");
    }

    static String shape(String id) {
        return "<svg aria-hidden=\"true\"><use href=\"#" + id + "\"/></svg>";
    }

    /** A fact of a list of them, its value being HTML. */
    static String fact(String what, String value) {
        return "<div><dt>" + what + "</dt><dd>" + value + "</dd></div>";
    }

    static String time(Instant time, Instant now) {
        return "<time datetime=\"" + time + "\">" + ago(time, now) + "</time>";
    }

    /** Day and hour, in UTC until the scripts come, which know the reader's zone. */
    static String stamp(Instant time) {
        return "<time datetime=\"" + time + "\" data-fixed>" + STAMP.format(time) + "</time>";
    }

    /** As {@code time.js} says it, but for the reader's own zone, which only the browser knows. */
    static String ago(Instant time, Instant now) {
        Duration since = Duration.between(time, now);
        if (since.toSeconds() < 60) {
            return since.toSeconds() < 5 ? "now" : since.toSeconds() + " s";
        }
        if (since.toHours() < 24) {
            return since.toMinutes() < 60 ? since.toMinutes() + " min" : since.toHours() + " h";
        }
        return STAMP.format(time);
    }

    /** In its largest unit, as {@code time.js} says it. */
    static String span(Duration span) {
        double seconds = span.toSeconds();
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 5_400) {
            return Math.round(seconds / 60) + " min";
        }
        return seconds < 172_800
                ? Math.round(seconds / 3_600) + " h"
                : Math.round(seconds / 86_400) + " d";
    }

    static String count(long n, String one) {
        return n + " " + (n == 1 ? one : one + "s");
    }
}
