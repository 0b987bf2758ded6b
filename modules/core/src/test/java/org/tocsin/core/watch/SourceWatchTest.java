package org.tocsin.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.feed.Feed;

class SourceWatchTest {

    private final SourceWatch watch = new SourceWatch();

    @ParameterizedTest
    @CsvSource({
        "source:gazette.example, true",
        "source:GAZETTE.example AND flood, true",
        "flood AND (lang:en OR source:gazette.example), true",
        "flood AND NOT source:gazette.example, false",
        "flood AND NOT (storm AND NOT source:gazette.example), true",
        "source:courier.example, false",
        "actor:\"Nobody At All\"+ AND source:gazette.example, true",
        "flood, false",
        "flood AND (, false"
    })
    void countsASourceThatIsAskedForAndNoneThatIsExcluded(String when, boolean depends) {
        watch.put("w", rule("w", when));

        List<String> found = watch.on(Feed.at("https://gazette.example/rss"), List.of());

        assertThat(found).isEqualTo(depends ? List.of("w") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // Its address alone: the host, a host above it, whatever is of the same owner.
        "https://rss.gazette.co.uk/all,,, gazette.co.uk, true",
        "https://gazette.co.uk/rss,,, world.gazette.co.uk, true",
        "https://gazette.co.uk/rss,,, courier.co.uk, false",
        "https://feeds.bbc.com/news/rss.xml,,, bbc.co.uk, true",
        // Configured: that source and nothing else.
        "https://proxy.example/7,, gazette.com, gazette.com, true",
        "https://proxy.example/7,, gazette.com, proxy.example, false",
        // Read before: what its items name.
        "https://burner.example/7, www.gazette.com, , gazette.com, true",
        "https://burner.example/7, www.gazette.com, , burner.example, false"
    })
    void knowsAFeedByWhatItTells(
            String url, String told, String configured, String asked, boolean depends) {
        watch.put("w", rule("w", "source:" + asked));

        List<String> found =
                watch.on(Feed.at(url).from(configured), told == null ? List.of() : List.of(told));

        assertThat(found).hasSize(depends ? 1 : 0);
    }

    @Test
    void forgetsAWatchlistThatWasDeletedOrAsksForSomethingElseNow() {
        watch.put("gone", rule("gone", "source:gazette.example"));
        watch.put("changed", rule("changed", "source:gazette.example"));
        watch.put("stays", rule("stays", "source:gazette.example"));

        watch.put("gone", null);
        watch.put("changed", rule("changed", "flood"));

        assertThat(watch.on(Feed.at("https://gazette.example/rss"), List.of()))
                .containsExactly("stays");
    }

    private static Watchlist rule(String id, String when) {
        return new Watchlist(id, null, null, null, when, null, 1, null, null, 1);
    }
}
