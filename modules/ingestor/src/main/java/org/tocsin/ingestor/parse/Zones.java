package org.tocsin.ingestor.parse;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones as feeds write them: an offset, a name of the tz database, an abbreviation. An ambiguous
 * abbreviation means what it means to most of the feeds that write it (CST is Chicago's); a lone
 * letter is RFC 822's (5.1), and an unknown name is UTC, as RFC 2822 asks.
 */
final class Zones {

    private static final Pattern OFFSET =
            Pattern.compile("([+\\u2212\\u2013-])\\s?([0-9]{1,2}):?([0-9]{2})?(?![0-9])");
    private static final Pattern REGION =
            Pattern.compile("\\b(?:[A-Z][A-Za-z]{2,10})/[A-Z][A-Za-z_/]{2,30}\\b");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])[A-Za-z]{1,5}(?![A-Za-z])");

    private static final Map<String, ZoneOffset> NAMES = new HashMap<>();

    static {
        zone("+0", "Z UT UTC GMT WET");
        zone("+1", "CET MEZ MET BST WEST WAT");
        zone("+2", "CEST MESZ MEST EET CAT SAST");
        zone("+3", "EEST MSK TRT EAT");
        zone("+03:30", "IRST");
        zone("+4", "GST MSD SAMT");
        zone("+04:30", "AFT IRDT");
        zone("+5", "PKT UZT YEKT");
        zone("+05:30", "IST");
        zone("+05:45", "NPT");
        zone("+6", "BDT ALMT");
        zone("+06:30", "MMT");
        zone("+7", "ICT WIB");
        zone("+8", "HKT SGT AWST PHT MYT WITA");
        zone("+9", "JST KST WIT");
        zone("+09:30", "ACST");
        zone("+10", "AEST");
        zone("+10:30", "ACDT");
        zone("+11", "AEDT");
        zone("+12", "NZST");
        zone("+13", "NZDT");
        zone("-02:30", "NDT");
        zone("-3", "ADT BRT ART UYT CLST");
        zone("-03:30", "NST");
        zone("-4", "EDT AST AT CLT VET");
        zone("-5", "EST CDT ET COT PET");
        zone("-6", "CST MDT CT");
        zone("-7", "MST PDT MT");
        zone("-8", "PST AKDT PT");
        zone("-9", "AKST");
        zone("-10", "HST");
        for (int i = 0; i < 12; i++) {
            NAMES.put(String.valueOf("ABCDEFGHIKLM".charAt(i)), ZoneOffset.ofHours(-1 - i));
            NAMES.put(String.valueOf("NOPQRSTUVWXY".charAt(i)), ZoneOffset.ofHours(1 + i));
        }
    }

    private Zones() {}

    private static void zone(String offset, String names) {
        for (String name : names.split(" ")) {
            NAMES.put(name, ZoneOffset.of(offset));
        }
    }

    /** The zone named in what follows a time; UTC where none is. */
    static ZoneId find(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            return offset(offset);
        }
        Matcher region = REGION.matcher(text);
        if (region.find()) {
            return region(region.group());
        }
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            ZoneOffset known = NAMES.get(name.group().toUpperCase(Locale.ROOT));
            // A lone letter is a zone only where it closes the date.
            boolean letter = name.group().length() == 1 && !text.substring(name.end()).isBlank();
            if (known != null && !letter) {
                return known;
            }
        }
        return ZoneOffset.UTC;
    }

    private static ZoneId region(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
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
