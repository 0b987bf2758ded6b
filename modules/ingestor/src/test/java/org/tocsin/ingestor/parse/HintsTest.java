package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HintsTest {

    @Test
    void readsHowLongAnRssFeedNeedNotBeAsked() {
        assertThat(rss("<ttl>90</ttl>").pause()).isEqualTo(Duration.ofMinutes(90));
        assertThat(rss("<ttl>soon</ttl>").pause()).isNull();
        assertThat(rss("<ttl>-5</ttl>").pause()).isNull();
        assertThat(rss("<ttl>999999</ttl>").pause()).isEqualTo(Duration.ofDays(7));
        assertThat(rss("")).isEqualTo(FeedHints.NONE);
    }

    @Test
    void dividesTheSyndicationPeriodByItsFrequency() {
        FeedHints thrice =
                rss(
                        "<sy:updatePeriod>daily</sy:updatePeriod>"
                                + "<sy:updateFrequency>3</sy:updateFrequency>");

        assertThat(thrice.pause()).isEqualTo(Duration.ofHours(8));
        assertThat(rss("<sy:updatePeriod> Hourly </sy:updatePeriod>").pause())
                .isEqualTo(Duration.ofHours(1));
        assertThat(rss("<sy:updateFrequency>2</sy:updateFrequency>").pause())
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void readsTheHoursAndDaysWithoutNews() {
        FeedHints hints =
                rss(
                        "<skipHours><hour>1</hour><hour>24</hour><hour>99</hour><hour>x</hour></skipHours>"
                                + "<skipDays><day>Saturday</day><day>sun</day><day>?</day></skipDays>");

        assertThat(hints.skipHours()).containsExactlyInAnyOrder(0, 1);
        assertThat(hints.skipDays())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void ignoresAFeedThatWantsNeverToBeRead() {
        var hours = new StringBuilder("<skipHours>");
        for (int hour = 0; hour < 24; hour++) {
            hours.append("<hour>").append(hour).append("</hour>");
        }

        assertThat(rss(hours + "</skipHours>").skipHours()).isEmpty();
    }

    @Test
    void findsTheHubAndItsTopic() {
        FeedHints rss =
                rss(
                        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='https://hub.example/'/>"
                                + "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='https://h.example/rss'/>");
        FeedHints atom =
                hints(
                        Reading.from(
                                "https://liman.example/all.atom",
                                Reading.atom(
                                        "<link rel='hub' href='/hub'/><link rel='self' href='all.atom'/>")));
        FeedHints json =
                hints(
                        Reading.of(
                                """
                                {"version":"https://jsonfeed.org/version/1.1","feed_url":"https://j.example/feed",
                                 "hubs":[{"type":"rssCloud","url":"https://c.example/"},
                                         {"type":"WebSub","url":"https://hub.example/"}],"items":[]}
                                """));

        assertThat(rss.hub()).isEqualTo("https://hub.example/");
        assertThat(rss.self()).isEqualTo("https://h.example/rss");
        assertThat(atom.hub()).isEqualTo("https://liman.example/hub");
        assertThat(atom.self()).isEqualTo("https://liman.example/all.atom");
        assertThat(json.hub()).isEqualTo("https://hub.example/");
        assertThat(json.self()).isEqualTo("https://j.example/feed");
    }

    private static FeedHints rss(String head) {
        return hints(Reading.of(Reading.rss(head)));
    }

    private static FeedHints hints(ParseResult result) {
        return Reading.feed(result).hints();
    }
}
