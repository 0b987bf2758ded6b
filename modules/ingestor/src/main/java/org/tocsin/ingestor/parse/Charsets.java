package org.tocsin.ingestor.parse;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * Encodings by the names that feeds give them: registered ones, misspelt ones, and those of other
 * platforms. Western and East Asian labels stand for their Windows supersets, as in the WHATWG
 * Encoding Standard.
 */
final class Charsets {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Map<String, String> SUPERSETS =
            Map.of(
                    "iso-8859-1", "windows-1252",
                    "us-ascii", "windows-1252",
                    "iso-8859-9", "windows-1254",
                    "tis-620", "x-windows-874",
                    "gb2312", "GB18030",
                    "gbk", "GB18030",
                    "shift_jis", "windows-31j",
                    "euc-kr", "x-windows-949",
                    "big5", "Big5-HKSCS");

    private static final Map<String, String> NICKNAMES =
            Map.ofEntries(
                    Map.entry("utf8", "UTF-8"),
                    Map.entry("unicode", "UTF-8"),
                    Map.entry("utf8mb4", "UTF-8"),
                    Map.entry("unicode11utf8", "UTF-8"),
                    Map.entry("latin", "windows-1252"),
                    Map.entry("ansi", "windows-1252"),
                    Map.entry("ascii", "windows-1252"),
                    Map.entry("iso88598i", "ISO-8859-8"),
                    Map.entry("iso88598e", "ISO-8859-8"),
                    Map.entry("xsjis", "windows-31j"),
                    Map.entry("sjis", "windows-31j"),
                    Map.entry("mssjis", "windows-31j"),
                    Map.entry("xgbk", "GB18030"),
                    Map.entry("chinese", "GB18030"),
                    Map.entry("cngb", "GB18030"),
                    Map.entry("big5eten", "Big5-HKSCS"),
                    Map.entry("cnbig5", "Big5-HKSCS"),
                    Map.entry("uhc", "x-windows-949"),
                    Map.entry("xunicode20utf8", "UTF-8"),
                    Map.entry("macintosh", "x-MacRoman"),
                    Map.entry("mac", "x-MacRoman"),
                    Map.entry("xmaccyrillic", "x-MacCyrillic"),
                    Map.entry("koi", "KOI8-R"),
                    Map.entry("koi8", "KOI8-R"));

    private Charsets() {}

    /** The encoding of that name, or null where no one knows it. */
    static Charset named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String bare = plain.replaceAll("[^a-z0-9]", "");
        String digits = bare.replaceFirst("^(?:cp|win|windows|ibm|x|ms|dos)+", "");
        String[] spellings = {
            plain,
            NICKNAMES.get(bare),
            "windows-" + digits,
            "ibm" + digits,
            bare.replaceFirst("^iso8859([0-9]+)$", "iso-8859-$1"),
            bare.replaceFirst("^8859([0-9]+)$", "iso-8859-$1"),
            bare.replaceFirst("^mac([a-z]+)$", "x-mac$1"),
            bare
        };
        for (String spelling : spellings) {
            Charset known = spelling == null ? null : exact(spelling);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static Charset exact(String name) {
        try {
            Charset known = Charset.forName(name);
            if (!known.canEncode() && !known.name().startsWith("ISO-2022")) {
                // An automatic detector of the JDK's: detecting is our own business.
                return null;
            }
            String wider = SUPERSETS.get(known.name().toLowerCase(Locale.ROOT));
            return wider != null && Charset.isSupported(wider) ? Charset.forName(wider) : known;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
