package org.tocsin.ingestor.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Disallow: /                            | /feed         | false",
                "Disallow:                              | /feed         | true",
                "Disallow: /a                           | /feed         | true",
                "Disallow: /fe                          | /feed         | false",
                "Disallow: fe                           | /feed         | false",
                "Disallow: /; Allow: /feed              | /feed/x       | true",
                "Allow: /feed; Disallow: /feed/private  | /feed/private | false",
                "Disallow: /feed; Allow: /feed          | /feed         | true",
                "Disallow: /*.xml                       | /a/b.xml?c=1  | false",
                "Disallow: /*.xml$                      | /a/b.xml      | false",
                "Disallow: /*.xml$                      | /a/b.xml?c=1  | true",
                "Disallow: /a*b*c$                      | /a-b-c-b-c    | false",
                "Disallow: /a*b*c$                      | /a-b-c-b      | true",
                "Disallow: /ab*b$                       | /ab           | true",
                "Disallow: /feed$                       | /feed         | false",
                "Disallow: /feed$                       | /feeds        | true",
                "Disallow: *?format=                    | /a?format=rss | false",
                "Disallow: /%7Euser                     | /~user        | false",
                "Disallow: /caf\u00e9                   | /caf%c3%a9    | false",
                "Disallow: /a%2Fb                       | /a/b          | true",
                "Disallow: /x-%2A                       | /x-*          | false",
                "Disallow: /x-%2A                       | /x-y          | true",
                "Disallow: /a$b                         | /a$b          | false",
                "Disallow: /                            | /robots.txt   | true",
                "disallow : /feed  # not for readers    | /feed         | false",
            })
    void saysWhetherAPathMayBeAskedFor(String rules, String path, boolean allowed) {
        RobotsTxt robots = read("User-agent: *\n" + rules.replace(';', '\n'));

        assertThat(robots.allows(path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User-agent: *; Disallow: /                                       | false",
                "User-agent: other; Disallow: /                                   | true",
                "User-agent: *; Disallow: /; User-agent: tocsin; Disallow:        | true",
                "User-agent: TOCSIN/1.0; Disallow: /; User-agent: *; Allow: /     | false",
                "User-agent: tocsinbot; Disallow: /                               | true",
                "User-agent: a; User-agent: tocsin; User-agent: b; Disallow: /    | false",
                "User-agent: tocsin; Allow: /a; User-agent: tocsin; Disallow: /f  | false",
                "User-agent: *; Sitemap: https://a.example/; Disallow: /          | false",
                "User-agent: *; Crawl-delay: 5; User-agent: bad; Disallow: /      | true",
                "Disallow: /                                                      | true",
                "<html><body>User-agent: nobody</body></html>                     | true",
            })
    void followsTheGroupsThatNameUsElseThoseForEverybody(String text, boolean allowed) {
        RobotsTxt robots = read("\uFEFF" + text.replace(';', '\r'));

        assertThat(robots.allows("/feed")).isEqualTo(allowed);
    }

    @Test
    void honoursACrawlDelayUpToAMinute() {
        assertThat(read("User-agent: *\nCrawl-delay: 2.5").crawlDelay())
                .isEqualTo(Duration.ofMillis(2500));
        assertThat(read("User-agent: *\nCrawl-delay: 86400").crawlDelay())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(read("User-agent: *\nCrawl-delay: soon").crawlDelay()).isNull();
        assertThat(read("User-agent: other\nCrawl-delay: 9").crawlDelay()).isNull();
    }

    @Test
    void readsHalfAMegabyteAndNoFurther() {
        String filler = "# nothing\n".repeat(60_000);

        assertThat(read(filler + "User-agent: *\nDisallow: /").allows("/feed")).isTrue();
    }

    private static RobotsTxt read(String text) {
        return RobotsReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
