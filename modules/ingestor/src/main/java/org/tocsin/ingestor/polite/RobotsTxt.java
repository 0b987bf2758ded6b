package org.tocsin.ingestor.polite;

import java.time.Duration;
import java.util.List;

/**
 * What a robots.txt asks of us: RFC 9309, with the {@code Crawl-delay} that many sites add to it.
 * {@code crawlDelay} is null where it asks for none.
 */
record RobotsTxt(List<RobotsRule> rules, Duration crawlDelay) {

    static final RobotsTxt ALLOWS_ALL = new RobotsTxt(List.of(), null);

    RobotsTxt {
        rules = List.copyOf(rules);
    }

    /** Whether that path, with its query, may be asked for: the longest rule says, then Allow. */
    boolean allows(String pathAndQuery) {
        String path = RobotsRule.normal(pathAndQuery, true);
        if (path.equals("/robots.txt")) {
            return true;
        }
        RobotsRule best = null;
        for (RobotsRule rule : rules) {
            if ((best == null || rule.isStrongerThan(best)) && rule.matches(path)) {
                best = rule;
            }
        }
        return best == null || best.allow();
    }

    /** What it takes to keep it, in characters. */
    int weight() {
        return rules.stream().mapToInt(rule -> rule.pattern().length()).sum();
    }
}
