package org.tocsin.ingestor.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.parse.FeedHints;

class HubLinkTest {

    private static final String URL = "https://a.example/feed";

    @Test
    void prefersTheHeadersToTheDocument() {
        HubLink link =
                HubLink.of(
                        headers("https://h.example/", "https://a.example/1"),
                        hints("https://d.example/", "https://a.example/2"),
                        URL);

        assertThat(link).isEqualTo(new HubLink("https://h.example/", "https://a.example/1"));
    }

    @Test
    void takesFromTheDocumentWhatTheHeadersLeaveOpen() {
        HubLink link =
                HubLink.of(
                        headers("https://h.example/", null),
                        hints(null, "https://a.example/2"),
                        URL);

        assertThat(link).isEqualTo(new HubLink("https://h.example/", "https://a.example/2"));
    }

    @Test
    void takesTheFeedsAddressWhereItDoesNotNameItself() {
        HubLink link = HubLink.of(Headers.NONE, hints("https://d.example/", null), URL);

        assertThat(link.topic()).isEqualTo(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub",
                "ftp://h.example/",
                "mailto:a@b.example",
                "https://",
                "http://a b/"
            })
    void asksNoHubThatIsNoWebAddress(String hub) {
        assertThat(HubLink.of(headers(hub, URL), FeedHints.NONE, URL)).isNull();
    }

    private static Headers headers(String hub, String self) {
        return new Headers(null, null, null, null, hub, self);
    }

    private static FeedHints hints(String hub, String self) {
        return new FeedHints(null, Set.of(), Set.of(), hub, self);
    }
}
