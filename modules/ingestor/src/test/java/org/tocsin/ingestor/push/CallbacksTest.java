package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.FeedReport.Push;

class CallbacksTest {

    private static final Push PUSH =
            new Push(
                    "https://hub.example/", "https://a.example/f", Push.FOUND, Instant.EPOCH, null);

    private final Callbacks callbacks =
            new Callbacks(URI.create("https://news.example/websub/"), "a secret of the operator");
    private final Callback callback = Callback.of("a feed/ü", PUSH);

    @Test
    void readsWhatItGaveOut() {
        String url = callbacks.url(callback);

        assertThat(url).startsWith("https://news.example/websub/a%20feed%2F%C3%BC/");
        assertThat(callbacks.read(URI.create(url).getRawPath())).contains(callback);
        assertThat(callback.isOf(PUSH)).isTrue();
    }

    @Test
    void readsItBehindAProxyThatCutsThePath() {
        String path =
                URI.create(callbacks.url(callback)).getRawPath().substring("/websub".length());

        assertThat(callbacks.read(path)).contains(callback);
    }

    @Test
    void knowsNoPathThatItDidNotGiveOut() {
        String path = URI.create(callbacks.url(callback)).getRawPath();
        String forged = path.replace(callback.topic(), Callback.fingerprint("https://b.example/"));

        assertThat(callbacks.read(forged)).isEmpty();
        assertThat(callbacks.read(path + "0")).isEmpty();
        assertThat(callbacks.read(path.substring(0, path.length() - 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a/b/c/d", "////", "/%zz/a/b/c", "/websub"})
    void takesGuessesForWhatTheyAre(String path) {
        assertThat(callbacks.read(path)).isEmpty();
        assertThat(callbacks.read(path + "/x".repeat(1_000))).isEmpty();
    }

    @Test
    void givesEachSubscriptionASecretOfItsOwnThatItsAddressDoesNotShow() {
        var elsewhere =
                new Push("https://b.example/", PUSH.topic(), Push.FOUND, Instant.EPOCH, null);
        Callback other = Callback.of(callback.feed(), elsewhere);

        assertThat(callbacks.secret(callback)).hasSize(64).isNotEqualTo(callbacks.secret(other));
        assertThat(callbacks.url(callback))
                .doesNotContain(callbacks.secret(callback).substring(32));
        assertThat(callbacks.secret(callback)).doesNotStartWith(mark(callbacks.url(callback)));
        assertThat(other.isOf(PUSH)).isFalse();
    }

    private static String mark(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
