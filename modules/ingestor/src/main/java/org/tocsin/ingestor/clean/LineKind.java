package org.tocsin.ingestor.clean;

import java.util.regex.Pattern;
import org.tocsin.core.dedupe.CreditLine;

/** What single lines say of themselves: the second look, after structure. */
final class LineKind {

    private static final int LONGEST_LEAD = 200;
    private static final int LONGEST_OPENING = 300;
    private static final int LONGEST_BAR = 160;
    private static final int LONGEST_CREDIT = 250;

    /** WordPress signs its feeds, in the language of the site. */
    private static final Pattern APPEARED =
            Pattern.compile(
                    "(?iu)(?:the (?:post|article|entry|story) .{1,400} (?:appeared first on|first"
                            + " appeared on) .{1,200}"
                            + "|(?:сообщение|запись) .{1,400} (?:появились сначала на|впервые появилась"
                            + "|сначала появилась) .{1,200}"
                            + "|(?:l['’]article|cet article) .{1,400} est apparu en premier sur .{1,200}"
                            + "|der beitrag .{1,400} erschien zuerst auf .{1,200}"
                            + "|la entrada .{1,400} (?:se publicó primero en|aparece primero en|apareció"
                            + " primero en) .{1,200}"
                            + "|.{1,400} (?:yazısı|ilk önce) .{0,100}(?:üzerinde|tarihinde) ortaya çıktı\\.?"
                            + "|.{0,20}ظهرت .{1,400} أولاً على .{1,200}"
                            + "|(?:نوشته|مطلب) .{1,400} اولین بار در .{1,200})");

    private static final Pattern COPYRIGHT =
            Pattern.compile("(?i)(?:©|\\(c\\)|copyright (?:©|\\(c\\)|(?:19|20)\\d\\d)).{0,200}");

    private static final Pattern SHORTCODES =
            Pattern.compile("(?:\\[/?[A-Za-z][\\w-]{2,40}(?: [^\\[\\]]{0,200})?\\][\\s|]*){1,5}");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:url|link|source|via)?:?\\s*https?://\\S{1,500}");

    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}";

    private static final Pattern BYLINE =
            Pattern.compile(
                    "(?:By|BY|by|Par|Von|Por|De|Автор:?|بقلم:?|كتب:?|Yazan:?|نویسنده:?)\\s+(?:NAME|[\\u0600-\\u06ff]{2,20})(?:(?:,? (?:and|et|und|y|и|ve|for|in|&)|,)? NAME| [\\u0600-\\u06ff]{2,20}){0,7}"
                            .replace("NAME", NAME));

    private static final Pattern REPORTING =
            Pattern.compile(
                    "(?i)\\((?:additional )?(?:reporting|writing|editing|compiled|edited|written)\\b.{0,280}\\)?\\.?"
                            + "|(?:additional )?(?:reporting|writing|editing) by [^.]{2,90}(?:[;,] ?(?:additional"
                            + " )?(?:reporting|writing|editing) by [^.]{2,90}){0,3}\\.?");

    private LineKind() {}

    /** Whether the line is no part of a story; {@code edge} where it is near its head or tail. */
    static boolean isFurniture(Line line, String key, boolean edge) {
        String text = line.text();
        if (key.isEmpty()) {
            return text.codePoints().noneMatch(Character::isLetterOrDigit);
        }
        return FurnitureWords.LINES.contains(key)
                || isCounter(text, key)
                || isBar(text, key)
                || isLead(line)
                || isOpening(text, key)
                || isSignature(text, key)
                || edge && isMargin(text, key);
    }

    private static boolean isCounter(String text, String key) {
        return FurnitureWords.COUNTERS.contains(key) && text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isBar(String text, String key) {
        if (text.length() > LONGEST_BAR) {
            return false;
        }
        int networks = 0;
        String[] words = key.split(" ");
        for (String word : words) {
            boolean network = FurnitureWords.NETWORKS.contains(word);
            networks += network ? 1 : 0;
            if (!network && !FurnitureWords.BAR_WORDS.contains(word)) {
                return false;
            }
        }
        return networks > 0 && (words.length > 1 || key.length() > 1);
    }

    /** "Read also: ...": another item's headline, a credit, tags; no full sentence. */
    private static boolean isLead(Line line) {
        String text = line.text();
        int colon = text.indexOf(':');
        int open = colon >= 0 ? colon : text.indexOf('|');
        if (open <= 0 || open > 40 || text.length() > LONGEST_LEAD) {
            return false;
        }
        return FurnitureWords.LEADS.contains(FurnitureWords.key(text.substring(0, open)))
                && (line.linked() > 0.5 || !Lines.endsASentence(text));
    }

    private static boolean isOpening(String text, String key) {
        if (text.length() > LONGEST_OPENING) {
            return false;
        }
        int end = 0;
        for (int words = 1; words <= FurnitureWords.LONGEST_OPENING && end >= 0; words++) {
            end = key.indexOf(' ', end + 1);
            if (FurnitureWords.OPENINGS.contains(end < 0 ? key : key.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignature(String text, String key) {
        if (text.length() > 800) {
            return false;
        }
        return text.length() <= LONGEST_CREDIT
                        && (COPYRIGHT.matcher(text).matches()
                                || ADDRESS.matcher(text).matches()
                                || isClosed(key))
                || SHORTCODES.matcher(text).matches()
                || APPEARED.matcher(text).matches();
    }

    private static boolean isClosed(String key) {
        return key.length() < 120 && FurnitureWords.CLOSINGS.stream().anyMatch(key::endsWith);
    }

    private static boolean isMargin(String text, String key) {
        return text.length() <= LONGEST_CREDIT
                && (REPORTING.matcher(text).matches() && !CreditLine.namesOutlet(text)
                        || !Lines.endsASentence(text) && isEdgeOnly(text, key));
    }

    private static boolean isEdgeOnly(String text, String key) {
        return BYLINE.matcher(text).matches() && !CreditLine.namesOutlet(text)
                || isPath(text)
                || DateLine.is(text, key);
    }

    /** "Main » World » ...": the way to the page. */
    private static boolean isPath(String text) {
        String[] steps = text.split(" [»›>/|→] ");
        boolean shorts = steps.length > 1 && steps[0].length() <= 30;
        for (int i = 0; i + 1 < steps.length && shorts; i++) {
            shorts = steps[i].length() <= 30;
        }
        return shorts
                && text.length() <= 200
                && (steps.length > 2 || text.length() <= 60 || text.contains(" » "));
    }
}
