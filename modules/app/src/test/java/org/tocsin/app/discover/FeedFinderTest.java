package org.tocsin.app.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Discovery.Found;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.Discovery.Readable;
import org.tocsin.ingestor.parse.FeedHints;
import org.tocsin.ingestor.parse.ParseResult;
import org.tocsin.ingestor.parse.ParseResult.Parsed;
import org.tocsin.ingestor.parse.ParseResult.Refused;

class FeedFinderTest {

    private final Map<String, ParseResult> web = new HashMap<>();
    private final FeedFinder finder =
            new FeedFinder(url -> web.getOrDefault(url, Refused.because("not found")));

    @Test
    void takesAFeedAsItIs() {
        feed("https://gazette.example/rss", " Gazette ");

        assertThat(finder.find("https://gazette.example/rss"))
                .isEqualTo(
                        new Found(
                                new Readable(
                                        "https://gazette.example/rss", "Gazette", 0, List.of()),
                                false,
                                List.of()));
    }

    @Test
    void takesTheFirstFeedOfAPageThatCanBeReadAndIsNotAboutComments() {
        page("https://gazette.example/", "/gone", "/comments/feed", "/feed", "/sport");
        feed("https://gazette.example/comments/feed", "Comments");
        feed("https://gazette.example/feed", "Gazette");
        feed("https://gazette.example/sport", "Sport");

        var found = (Found) finder.find("https://gazette.example/");

        assertThat(found.isOnPage()).isTrue();
        assertThat(found.feed().url()).isEqualTo("https://gazette.example/feed");
        assertThat(found.others()).extracting(Readable::title).containsExactly("Sport", "Comments");
    }

    @Test
    void saysWhyThereIsNone() {
        page("https://gazette.example/", "/gone");

        assertThat(finder.find("https://gazette.example/"))
                .isInstanceOfSatisfying(
                        Nothing.class,
                        nothing ->
                                assertThat(nothing.reason())
                                        .contains("https://gazette.example/gone: not found"));
        assertThat(finder.find("https://nowhere.example/"))
                .isEqualTo(new Nothing("not found", false));
    }

    private void feed(String url, String title) {
        web.put(url, new Parsed(title, List.of(), FeedHints.NONE, List.of()));
    }

    private void page(String url, String... feeds) {
        List<String> named = List.of(feeds).stream().map(path -> url + path.substring(1)).toList();
        web.put(url, new Refused("a page", named));
    }
}
