package org.tocsin.ingestor.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;

/**
 * What an XML feed's head says to those who poll it: RSS 2.0's {@code ttl} (minutes), {@code
 * skipHours} and {@code skipDays}, RSS 1.0's syndication module, WebSub's links (4.: discovery).
 */
final class HeadHints {

    /** A feed that asks for more has filled a field in, not thought of its readers. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final Map<String, Duration> PERIODS =
            Map.of(
                    "hourly", Duration.ofHours(1),
                    "daily", Duration.ofDays(1),
                    "weekly", Duration.ofDays(7),
                    "monthly", Duration.ofDays(30),
                    "yearly", Duration.ofDays(365));

    private final Element head;
    private final Links links;

    private HeadHints(Element head, Links links) {
        this.head = head;
        this.links = links;
    }

    static FeedHints of(Element head, Links links) {
        var hints = new HeadHints(head, links);
        return new FeedHints(
                hints.pause(),
                hints.skippedHours(),
                hints.skippedDays(),
                hints.link("hub"),
                hints.link("self"));
    }

    /** The longer of the two ways to say it: both are floors. */
    private Duration pause() {
        Duration ttl = Duration.ofMinutes(number("ttl"));
        Duration period = period();
        Duration longer = ttl.compareTo(period) > 0 ? ttl : period;
        Duration pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return pause.isZero() ? null : pause;
    }

    /** The module's own defaults: a feed that names only one of the two is daily, or once. */
    private Duration period() {
        String said = Names.text(head, "sy:updateperiod");
        int frequency = number("sy:updatefrequency");
        if (said == null && frequency == 0) {
            return Duration.ZERO;
        }
        String word = said == null ? "daily" : said.toLowerCase(Locale.ROOT);
        return PERIODS.getOrDefault(word, Duration.ZERO).dividedBy(Math.max(1, frequency));
    }

    private int number(String name) {
        return number(Names.first(head, child -> true, name));
    }

    /** What is no number of at most six digits says nothing: 0. */
    private static int number(Element element) {
        String digits = element == null ? "" : element.getValue().strip();
        boolean number = !digits.isEmpty() && digits.length() <= 6;
        return number && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : 0;
    }

    /** Hours of 0 to 23; RSS 0.91 counted from 1 to 24. All hours is no wish that can be met. */
    private Set<Integer> skippedHours() {
        var hours = new TreeSet<Integer>();
        for (Element hour : inside("skiphours", "hour")) {
            boolean said = !hour.getValue().isBlank() && number(hour) <= 24;
            if (said && Character.isDigit(hour.getValue().strip().charAt(0))) {
                hours.add(number(hour) % 24);
            }
        }
        return hours.size() == 24 ? Set.of() : hours;
    }

    private Set<DayOfWeek> skippedDays() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (Element day : inside("skipdays", "day")) {
            String word = day.getValue().strip().toUpperCase(Locale.ROOT);
            Arrays.stream(DayOfWeek.values())
                    .filter(known -> word.length() >= 3 && known.name().startsWith(word))
                    .forEach(days::add);
        }
        return days.size() == 7 ? Set.of() : days;
    }

    private List<Element> inside(String list, String entry) {
        Element found = Names.first(head, child -> true, list);
        return found == null ? List.of() : Names.all(found, entry);
    }

    private String link(String relation) {
        for (Element link : Names.all(head, "atom:link", "link")) {
            String rel = Names.attribute(link, "rel");
            String href = Names.attribute(link, "href");
            if (rel == null || href == null) {
                continue;
            }
            List<String> relations = List.of(rel.toLowerCase(Locale.ROOT).split("\\s+"));
            String url = relations.contains(relation) ? links.absolute(href, link) : null;
            if (Links.isWeb(url)) {
                return url;
            }
        }
        return null;
    }
}
