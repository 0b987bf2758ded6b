package org.tocsin.ingestor.polite;

import java.nio.charset.StandardCharsets;

/**
 * One line of a robots.txt. {@code pattern} is normal: percent-encoded as the paths it is compared
 * with, {@code *} stands for any characters and {@code $} at the end for the end (RFC 9309, 2.2.3).
 */
record RobotsRule(boolean allow, String pattern) {

    private static final String UNRESERVED = "-._~";

    /** What an address cannot hold as it is. */
    private static final String FOREIGN = "\"<>\\^`{|}";

    static RobotsRule of(boolean allow, String written) {
        return new RobotsRule(allow, normal(written, false));
    }

    boolean isStrongerThan(RobotsRule other) {
        int longer = Integer.compare(pattern.length(), other.pattern.length());
        return longer > 0 || longer == 0 && allow;
    }

    /** Takes the first place where each piece fits; any match has one that is as good. */
    boolean matches(String path) {
        boolean toTheEnd = pattern.endsWith("$");
        String rule = toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
        int star = rule.indexOf('*');
        if (star < 0) {
            return toTheEnd ? path.equals(rule) : path.startsWith(rule);
        }
        if (!path.startsWith(rule.substring(0, star))) {
            return false;
        }
        int at = star;
        int from = star + 1;
        for (int next = rule.indexOf('*', from); next >= 0; next = rule.indexOf('*', from)) {
            String piece = rule.substring(from, next);
            int found = path.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
            from = next + 1;
        }
        String last = rule.substring(from);
        return toTheEnd
                ? path.length() - last.length() >= at && path.endsWith(last)
                : path.indexOf(last, at) >= 0;
    }

    /**
     * The same octets written in one way. In a path, {@code *} and {@code $} stand for themselves
     * and are encoded; in a rule only an encoded one does.
     */
    static String normal(String written, boolean isPath) {
        var out = new StringBuilder(written.length());
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xFF;
            int encoded = octet == '%' ? encoded(bytes, i) : -1;
            if (encoded >= 0) {
                i += 2;
                append(out, encoded, isUnreserved(encoded));
            } else {
                boolean literal = octet == '*' && isPath;
                literal |= octet == '$' && (isPath || i < bytes.length - 1);
                boolean plain = octet > 0x20 && octet < 0x7F && FOREIGN.indexOf(octet) < 0;
                append(out, octet, plain && !literal);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int octet, boolean plain) {
        if (plain) {
            out.append((char) octet);
        } else {
            out.append('%');
            out.append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)));
            out.append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
        }
    }

    /** The octet that is percent-encoded there; -1 where none is. */
    private static int encoded(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x7F && Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0;
    }
}
