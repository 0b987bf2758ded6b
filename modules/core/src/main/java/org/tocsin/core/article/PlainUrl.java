package org.tocsin.core.article;

import java.util.function.UnaryOperator;

/**
 * URLs as nearly all are written, read without a parser: {@code http} or {@code https}, a host name
 * in small letters without a port, and then nothing but letters, digits and marks that need no
 * second look. Every article is asked for its URL's canonical form.
 */
final class PlainUrl {

    private static final String MARKS = "-._~/?&=+,;:@!$'()*";

    private PlainUrl() {}

    static boolean isPlain(String url) {
        int host = hostAt(url);
        if (host < 0) {
            return false;
        }
        int end = hostEnd(url, host);
        if (!isHost(url, host, end)) {
            return false;
        }
        for (int i = end; i < url.length(); i++) {
            char c = url.charAt(i);
            if (!isLetter(c) && (c < 'A' || c > 'Z') && !isDigit(c) && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return end == url.length() || url.charAt(end) != ':';
    }

    private static int hostAt(String url) {
        if (url.startsWith("https://")) {
            return 8;
        }
        return url.startsWith("http://") ? 7 : -1;
    }

    private static int hostEnd(String url, int host) {
        int end = host;
        while (end < url.length() && isHostUnit(url.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHostUnit(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-';
    }

    /** Labels of letters and digits, hyphens inside; the last begins with a letter. */
    private static boolean isHost(String url, int from, int end) {
        int label = from;
        for (int i = from; i < end; i++) {
            char c = url.charAt(i);
            boolean edge = i == label || i + 1 == end || url.charAt(i + 1) == '.';
            if ((c == '.' || c == '-') && edge) {
                return false;
            }
            label = c == '.' ? i + 1 : label;
        }
        boolean closed = end == url.length() || "/?".indexOf(url.charAt(end)) >= 0;
        return label < end && isLetter(url.charAt(label)) && closed;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What {@link ArticleId#canonicalUrl} answers of such a URL. */
    static String canonical(String url, UnaryOperator<String> withoutTracking) {
        int host = hostAt(url);
        int path = hostEnd(url, host);
        int named = url.startsWith("www.", host) ? host + 4 : host;
        int mark = url.indexOf('?', path);
        int end = mark < 0 ? url.length() : mark;
        String query = mark < 0 ? "" : withoutTracking.apply(url.substring(mark + 1));
        while (end > path && url.charAt(end - 1) == '/') {
            end--;
        }
        return "https://" + url.substring(named, end) + (query.isEmpty() ? "" : "?" + query);
    }
}
