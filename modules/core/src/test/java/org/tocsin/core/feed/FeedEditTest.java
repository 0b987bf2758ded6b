package org.tocsin.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedEditTest {

    private static final Feed GAZETTE =
            Feed.at("https://gazette.example/rss")
                    .titled("Gazette")
                    .from("gazette.example")
                    .speaking("en")
                    .every(Duration.ofMinutes(5))
                    .readingPages(false)
                    .obeyingRobots(false);

    @Test
    void keepsWhatIsNotGiven() throws Exception {
        Feed edited = FeedEdit.ofKnown().set("title", " The Gazette ").on(GAZETTE);

        assertThat(edited).isEqualTo(GAZETTE.titled("The Gazette"));
    }

    @Test
    void setsEveryFieldOfAFeed() throws Exception {
        FeedEdit edit = FeedEdit.of(" https://gazette.example/rss ");
        String[] values = {"Gazette", "gazette.example", "EN", "PT5M", "true", "false", "False"};
        for (int i = 0; i < values.length; i++) {
            edit.set(FeedEdit.FIELDS.get(i), values[i]);
        }

        assertThat(edit.on(Feed.at(edit.url()))).isEqualTo(GAZETTE);
    }

    @Test
    void takesASettingBack() throws Exception {
        Feed edited = FeedEdit.ofKnown().set("interval", null).set("pages", "").on(GAZETTE);

        assertThat(edited).isEqualTo(GAZETTE.every(null).readingPages(true));
    }

    @ParameterizedTest
    @CsvSource({
        "interval, soon",
        "interval, PT0S",
        "interval, P31D",
        "interval, -PT5M",
        "language, english language",
        "enabled, yes",
        "pages, 1",
        "colour, red"
    })
    void namesTheFieldThatCannotBeSo(String field, String value) {
        assertThatThrownBy(() -> FeedEdit.ofKnown().set(field, value))
                .isInstanceOfSatisfying(
                        BadFeed.class, bad -> assertThat(bad.field()).isEqualTo(field))
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gazette.example/rss?a=1&b=%20",
                "HTTP://gazette.example",
                "https://bücher.example/neu heiten|heute",
                "http://127.0.0.1:8080/feed.xml",
                "http://[2001:db8::1]/feed"
            })
    void takesWhatTheFetcherCanAsk(String address) throws Exception {
        assertThat(FeedEdit.of(address).url()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gazette.example/rss",
                "ftp://gazette.example/rss",
                "file:///etc/passwd",
                "https://",
                "https:///rss",
                "https://ada:secret@gazette.example/rss",
                "javascript:alert(1)"
            })
    void refusesWhatIsNoWebAddress(String address) {
        assertThatThrownBy(() -> FeedEdit.of(address))
                .isInstanceOfSatisfying(
                        BadFeed.class, bad -> assertThat(bad.field()).isEqualTo("url"));
    }
}
