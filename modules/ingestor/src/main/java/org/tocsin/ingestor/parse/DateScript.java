package org.tocsin.ingestor.parse;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Dates of other scripts, rewritten so that one reader serves all: any script's digits as ours,
 * East Asian units as hyphens, a day's halves as AM and PM, the months that Arabic names with two
 * words as one.
 */
final class DateScript {

    private static final List<Map.Entry<Pattern, String>> EAST_ASIAN =
            List.of(
                    rule("(?<=[0-9])\\s?[년年월月]\\s?", "-"),
                    rule("(?<=[0-9])\\s?[일日](?![曜요])\\s?", " "),
                    rule("(?<=[0-9])\\s?[시時时点]\\s?(?=[0-9])", ":"),
                    rule("(?<=:[0-9]{1,2})\\s?[분分](?:\\s?(?=[0-9]))", ":"),
                    rule("(?:오전|上午|午前|凌晨|早上)\\s?([0-9:.]{1,12})", "$1 AM"),
                    rule("(?:오후|下午|午後|晚上)\\s?([0-9:.]{1,12})", "$1 PM"),
                    rule("(?:星期|週|周)[一二三四五六日天]|[月火水木金土日](?:曜日?)|[월화수목금토일]요일", " "),
                    rule("[\\u3000-\\u9fff\\uac00-\\ud7af\\uff00-\\uff60()]{1,20}", " "),
                    rule("\\s{2,9}", " "),
                    rule("(?<=[0-9])[- ]$", ""));

    private static final List<Map.Entry<Pattern, String>> ARABIC =
            List.of(
                    rule("كانون الثاني", "يناير"),
                    rule("كانون ال[أا]ول", "ديسمبر"),
                    rule("تشرين ال[أا]ول", "أكتوبر"),
                    rule("تشرين الثاني", "نوفمبر"),
                    rule("(?<=[0-9])\\s?(?:ص|صباحا|صباحًا)(?![\\p{L}\\p{M}])", " AM"),
                    rule("(?<=[0-9])\\s?(?:م|مساء|مساءً)(?![\\p{L}\\p{M}])", " PM"));

    private DateScript() {}

    private static Map.Entry<Pattern, String> rule(String pattern, String replacement) {
        return Map.entry(Pattern.compile(pattern), replacement);
    }

    /** The date in plain digits; {@code date} is a bounded line. */
    static String plain(String date) {
        String plain = withPlainDigits(date);
        if (plain.chars().anyMatch(c -> c >= 0x0600 && c < 0x0700)) {
            plain = rewritten(plain, ARABIC);
        }
        if (plain.chars().anyMatch(c -> c >= 0x3000)) {
            plain = rewritten(era(plain), EAST_ASIAN);
        }
        return plain.strip();
    }

    private static String rewritten(String date, List<Map.Entry<Pattern, String>> rules) {
        String plain = date;
        for (Map.Entry<Pattern, String> rule : rules) {
            plain = rule.getKey().matcher(plain).replaceAll(rule.getValue());
        }
        return plain;
    }

    private static String withPlainDigits(String date) {
        var plain = new StringBuilder(date.length());
        date.codePoints()
                .forEach(
                        c -> {
                            boolean foreign = c > 127 && Character.isDigit(c);
                            plain.appendCodePoint(foreign ? '0' + Character.digit(c, 10) : c);
                        });
        return plain.toString();
    }

    /** Japan's years since an emperor's accession. */
    private static String era(String date) {
        for (Map.Entry<String, Integer> era : Map.of("令和", 2018, "平成", 1988).entrySet()) {
            int at = date.indexOf(era.getKey());
            int end = at + 2;
            while (at >= 0 && end < date.length() && end < at + 4 && isDigit(date.charAt(end))) {
                end++;
            }
            if (at >= 0 && end > at + 2) {
                int year = era.getValue() + Integer.parseInt(date.substring(at + 2, end));
                return date.substring(0, at) + year + date.substring(end);
            }
        }
        return date;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
