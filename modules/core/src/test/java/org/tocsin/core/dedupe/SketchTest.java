package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;

/** A sketch says all that a verdict needs of an article's words, also after a journey as bytes. */
class SketchTest {

    @Test
    void tellsTheSameFromBytesAsFromTheArticle() {
        var atHome = new Deduper(new InMemoryArchive());
        var abroad = new Deduper(new InMemoryArchive());

        for (Article article : news()) {
            Telling told = abroad.tell(article, Sketch.from(Sketch.of(article).toBytes()));

            assertThat(told).isEqualTo(atHome.tell(article));
        }
    }

    @Test
    void writesTheSameBytesOfTheSameArticle() {
        for (Article article : news()) {
            byte[] bytes = Sketch.of(article).toBytes();

            assertThat(Sketch.of(article).toBytes()).isEqualTo(bytes);
            assertThat(Sketch.from(bytes).toBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void refusesBytesThatAreNoSketch() {
        byte[] bytes = Sketch.of(news().get(0)).toBytes();
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        byte[] other = bytes.clone();
        other[0] = 77;

        assertThatThrownBy(() -> Sketch.from(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sketch.from(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sketch.from(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each wire story, a copy, a reprint under its agency's name, and a title alone. */
    private static List<Article> news() {
        var news = new ArrayList<Article>();
        for (Wire.Story story : Wire.stories()) {
            Duration after = Duration.ofMinutes(news.size());
            news.add(Wire.article("a" + news.size(), "one.example", story, after));
            Wire.Story copy = Wire.cutReheadedAndExtended(story);
            news.add(Wire.article("b" + news.size(), "two.example", copy, after));
            news.add(
                    Wire.article(
                            "c" + news.size(),
                            "three.example",
                            story.title(),
                            "(Reuters) - \"" + story.text() + "\"",
                            after));
            news.add(Wire.article("d" + news.size(), "four.example", story.title(), "", after));
        }
        return news;
    }
}
