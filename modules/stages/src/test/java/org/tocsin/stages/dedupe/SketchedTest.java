package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Sketch;

class SketchedTest {

    /** Version, partition, two times and the length of the sketch stand before it. */
    private static final int SKETCH = 1 + 2 + 8 + 8 + 4;

    private static final Article ARTICLE = TownNews.items(Duration.ZERO).get(0);

    @Test
    void sketchesAnewWhatAnotherVersionHadSketched() {
        Sketch sketch = Sketch.of(ARTICLE);
        byte[] written = written(sketch);
        written[SKETCH]--;

        Sketched read = Sketched.read(written, (topic, bytes) -> ARTICLE);

        assertThat(read.sketch().toBytes()).isEqualTo(sketch.toBytes());
    }

    private static byte[] written(Sketch sketch) {
        byte[] article = "the article".getBytes(StandardCharsets.UTF_8);
        var received = new Received(article, ARTICLE);
        return Sketched.write(Sketched.Place.of(0, ARTICLE, 0), received, sketch);
    }
}
