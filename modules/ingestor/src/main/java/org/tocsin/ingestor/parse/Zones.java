package org.tocsin.ingestor.parse;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets from UTC as feeds write them, by number or by name. An ambiguous name means what it means
 * to most of the feeds that write it (CST is Chicago's); an unknown one is UTC, as RFC 2822 asks.
 */
final class Zones {

    private static final Pattern OFFSET =
            Pattern.compile("([+\\u2212-])\\s?([0-9]{1,2}):?([0-9]{2})?(?![0-9])");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])[A-Za-z]{1,5}(?![A-Za-z])");

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    zone("+0", "Z UT UTC GMT WET"),
                    zone("+1", "CET MEZ BST WEST WAT"),
                    zone("+2", "CEST MESZ EET CAT SAST"),
                    zone("+3", "EEST MSK TRT EAT AST3"),
                    zone("+4", "GST MSD"),
                    zone("+5", "PKT"),
                    zone("+5:30", "IST"),
                    zone("+7", "ICT WIB"),
                    zone("+8", "HKT SGT AWST PHT"),
                    zone("+9", "JST KST"),
                    zone("+10", "AEST"),
                    zone("+11", "AEDT"),
                    zone("+12", "NZST"),
                    zone("+13", "NZDT"),
                    zone("-2:30", "NDT"),
                    zone("-3", "ADT BRT ART"),
                    zone("-3:30", "NST"),
                    zone("-4", "EDT AST"),
                    zone("-5", "EST CDT ET"),
                    zone("-6", "CST MDT CT"),
                    zone("-7", "MST PDT MT"),
                    zone("-8", "PST AKDT PT"),
                    zone("-9", "AKST"),
                    zone("-10", "HST"));

    private Zones() {}

    private static Map.Entry<String, String> zone(String offset, String names) {
        return Map.entry(offset, " " + names + " ");
    }

    /** The offset named in what follows a time; UTC where none is. */
    static ZoneOffset find(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            return offset(offset);
        }
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String sought = " " + name.group().toUpperCase(Locale.ROOT) + " ";
            for (Map.Entry<String, String> zone : NAMES.entrySet()) {
                if (zone.getValue().contains(sought)) {
                    return ZoneOffset.of(zone.getKey());
                }
            }
        }
        return ZoneOffset.UTC;
    }

    /** Beyond the 18 hours of the widest zone the number is no offset. */
    private static ZoneOffset offset(Matcher offset) {
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int seconds = (hours * 60 + minutes) * 60;
        if (seconds > 18 * 3600 || minutes > 59) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.ofTotalSeconds(offset.group(1).equals("+") ? seconds : -seconds);
    }
}
