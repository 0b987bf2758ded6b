package org.tocsin.bench.farm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/** A feed of the farm as RSS. The words are the farm's own and mean nothing. */
final class FarmDocument {

    private static final String[] WORDS =
            ("harbour council bridge winter river market school northern repair budget vote morning"
                            + " engineers ferry library report station village tower field delegates autumn"
                            + " museum signal orchard railway mayor lantern quarry festival")
                    .split(" ");

    /** One feed in so many leaves the reader to find its language out. */
    private static final int SILENT_ON_LANGUAGE = 5;

    private static final int WORDS_OF_TITLE = 7;
    private static final int WORDS_OF_TEXT = 160;
    private static final int WORDS_OF_BIG = 600;

    private FarmDocument() {}

    /** The feed when it has published so many items, the newest first. */
    static String of(FarmPlan plan, int feed, int published) {
        var rss = new StringBuilder(16_384);
        rss.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"")
                .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">")
                .append("<channel><title>Farm feed ")
                .append(feed)
                .append("</title><link>")
                .append(plan.url(feed))
                .append("</link>")
                .append(feed % SILENT_ON_LANGUAGE == 0 ? "" : "<language>en</language>");
        for (int item = published - 1; item >= plan.oldestShown(feed, published); item--) {
            item(plan, feed, item, rss);
        }
        return rss.append("</channel></rss>").toString();
    }

    private static void item(FarmPlan plan, int feed, int item, StringBuilder rss) {
        var random = new SplittableRandom(feed * 1_000_003L + item);
        Instant published = plan.start().plusSeconds(item - FarmPlan.BACKLOG);
        rss.append("<item><title>");
        words(random, WORDS_OF_TITLE, rss);
        rss.append("</title><link>")
                .append(plan.url(feed))
                .append("/item/")
                .append(item)
                .append("</link><guid isPermaLink=\"false\">")
                .append(FarmPlan.guid(feed, item))
                .append("</guid><pubDate>")
                .append(
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                published.atOffset(ZoneOffset.UTC)))
                .append("</pubDate><content:encoded><![CDATA[<p>");
        words(random, Manner.of(feed) == Manner.BIG ? WORDS_OF_BIG : WORDS_OF_TEXT, rss);
        rss.append("</p>]]></content:encoded></item>");
    }

    private static void words(SplittableRandom random, int count, StringBuilder text) {
        for (int i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)])
                    .append(i % 20 == 19 ? ". " : i == count - 1 ? "." : " ");
        }
    }
}
