package org.tocsin.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Feed;

class KnownFeedsTest {

    private static final Feed HARBOUR = Feed.at("https://harbour.example/rss").titled("Harbour");
    private static final Feed RIVER = Feed.at("https://river.example/rss");

    @Test
    void takesTwoSpellingsOfAnAddressForOneFeed() {
        assertThat(known().find("http://www.harbour.example/rss/")).contains(HARBOUR);
        assertThat(known().find(HARBOUR.id())).contains(HARBOUR);
        assertThat(known().find("https://elsewhere.example/rss")).isEmpty();
    }

    @Test
    void savesWhatIsNewOrChangedOnce() {
        Feed fresh = Feed.at("https://lake.example/rss");

        var decision = known().save(List.of(HARBOUR, fresh, fresh, RIVER.titled("River")));

        assertThat(decision.answer()).containsExactly(fresh, RIVER.titled("River"));
    }

    @Test
    void movesNoFeedToTheAddressOfAnother() {
        assertThat(known().moved(RIVER, null)).isEqualTo(RIVER);
        assertThat(known().moved(RIVER, "https://river.example/atom").url())
                .isEqualTo("https://river.example/atom");
        assertThatThrownBy(() -> known().moved(RIVER, "https://harbour.example/rss/"))
                .isInstanceOf(FeedDesk.Taken.class)
                .hasMessageContaining(HARBOUR.id());
    }

    private static KnownFeeds known() {
        return new KnownFeeds(
                new LinkedHashMap<>(Map.of(HARBOUR.id(), HARBOUR, RIVER.id(), RIVER)));
    }
}
