package org.tocsin.ingestor.polite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a robots.txt for us: the groups that name us, all taken together, else those for {@code *}.
 * Lines that it does not know are passed over and end no group. Used once.
 */
final class RobotsReader {

    /** Our name in a robots.txt: the product token of our User-Agent. */
    static final String TOKEN = "tocsin";

    /** RFC 9309, 2.5, asks for 500 KiB at least. */
    private static final int MOST_BYTES = 512 * 1024;

    /** So that no site keeps its own readers away for hours between two requests. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private static final Pattern PRODUCT = Pattern.compile("[^A-Za-z_-].*", Pattern.DOTALL);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{0,9})?");

    private final Group ours = new Group();
    private final Group everybodys = new Group();
    private boolean namesUs;
    private boolean namesEverybody;
    private boolean namesSomebody;
    private boolean groupBegan;

    private static final class Group {
        private final List<RobotsRule> rules = new ArrayList<>();
        private Duration delay;
    }

    private RobotsReader() {}

    static RobotsTxt read(byte[] body) {
        var reader = new RobotsReader();
        int length = Math.min(body.length, MOST_BYTES);
        String text = new String(body, 0, length, StandardCharsets.UTF_8);
        text.lines().forEach(reader::line);
        Group group = reader.namesSomebody ? reader.ours : reader.everybodys;
        return new RobotsTxt(group.rules, group.delay);
    }

    private void line(String written) {
        int comment = written.indexOf('#');
        String line = comment < 0 ? written : written.substring(0, comment);
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String key = line.substring(0, colon).replace("\uFEFF", "").strip();
        String value = line.substring(colon + 1).strip();
        switch (key.toLowerCase(Locale.ROOT)) {
            case "user-agent" -> agent(value);
            case "allow" -> rule(true, value);
            case "disallow" -> rule(false, value);
            case "crawl-delay" -> delay(value);
            default -> {
                // Sitemap and what else there is: none of it ends a group.
            }
        }
    }

    private void agent(String name) {
        if (groupBegan) {
            namesUs = false;
            namesEverybody = false;
            groupBegan = false;
        }
        boolean us = PRODUCT.matcher(name).replaceFirst("").equalsIgnoreCase(TOKEN);
        namesUs |= us;
        namesSomebody |= us;
        namesEverybody |= name.startsWith("*");
    }

    private void rule(boolean allow, String path) {
        groupBegan = true;
        // An empty Disallow disallows nothing. A path without its slash was meant to have one.
        if (!path.isEmpty()) {
            boolean rooted = path.startsWith("/") || path.startsWith("*");
            RobotsRule rule = RobotsRule.of(allow, rooted ? path : "/" + path);
            groups().forEach(group -> group.rules.add(rule));
        }
    }

    /** Not in the RFC, so what cannot be read is as if it were not there. */
    private void delay(String seconds) {
        groupBegan = true;
        if (SECONDS.matcher(seconds).matches()) {
            Duration asked = Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000));
            Duration bounded = asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
            groups().forEach(group -> group.delay = bounded);
        }
    }

    private List<Group> groups() {
        var named = new ArrayList<Group>();
        if (namesUs) {
            named.add(ours);
        }
        if (namesEverybody) {
            named.add(everybodys);
        }
        return named;
    }
}
