package org.tocsin.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.EventTopic;

/** The labelled texts that the shipped model was trained on. */
class CorpusTest {

    private static final Path CORPUS = Path.of("corpus");

    @Test
    void tellsOfEveryTopicOftenAndOfNothingOftener() throws IOException {
        List<Labelled> texts = Labelled.in(List.of(CORPUS));

        for (String topic : EventTopic.ids()) {
            assertThat(texts.stream().filter(text -> text.wanted().contains(topic)).count())
                    .as(topic)
                    .isGreaterThan(70);
        }
        assertThat(texts.stream().filter(text -> text.wanted().isEmpty()).count())
                .isGreaterThan(800);
    }

    @Test
    void saysNothingTwice() throws IOException {
        Stream<String> texts = Labelled.in(List.of(CORPUS)).stream().map(Labelled::text);

        assertThat(texts).doesNotHaveDuplicates();
    }
}
