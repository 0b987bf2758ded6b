package org.tocsin.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.Tagger;

class TrainingTest {

    private static final String TEXTS =
            """
            Flour reached the villages by lorry.\taid=OCCURRED
            Flour will reach the camp.\taid=ANNOUNCED
            Lorries with flour reached the hills.\taid=OCCURRED
            The envoys sat down at noon.\ttalks=OCCURRED
            Envoys of both sides sat together.\ttalks=OCCURRED ?mediation=OCCURRED
            The envoys would sit down again.\ttalks=CONDITIONAL
            Rain fell on the villages at noon.\t
            Both sides of the hills saw rain.\t
            """;

    @TempDir Path folder;

    @BeforeAll
    static void keepTheSolverQuiet() {
        Linear.disableDebugOutput();
    }

    @Test
    void learnsFromLabelledTextsWhatTheirWordsSpeakFor() throws IOException {
        var models = TopicModels.of(samples(TEXTS));

        List<Sample> asked =
                samples("Flour for the hills.\taid=OCCURRED\nEnvoys sat.\ttalks=OCCURRED\n");
        var flour = asked.get(0).allFeatures();
        var envoys = asked.get(1).allFeatures();
        assertThat(models.likelihood("aid", flour)).isGreaterThan(0.5);
        assertThat(models.likelihood("talks", flour)).isLessThan(0.5);
        assertThat(models.likelihood("talks", envoys)).isGreaterThan(0.5);
        assertThat(models.likelihood("coup", envoys)).isLessThan(0.1);
    }

    @Test
    void twoRunsWriteTheSameFile() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");

        TermsFile.write(TopicModels.of(samples(TEXTS)), 8, one);
        TermsFile.write(TopicModels.of(samples(TEXTS)), 8, other);

        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(Files.readAllLines(one)).anyMatch(line -> line.startsWith("flour\t"));
    }

    @Test
    void namesTheLineOfATopicThatIsNone() {
        assertThatThrownBy(() -> samples("Rain fell on us.\t\nIt fell again.\train=OCCURRED\n"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("texts.tsv:2: no topic rain");
    }

    @Test
    void partsALabelledTextIntoSentencesOfWhichTheLikeliestTell() throws IOException {
        var models = TopicModels.of(samples(TEXTS));
        Sample both = samples("Flour reached the camp. Rain fell at noon.\taid=OCCURRED\n").get(0);

        List<Sample> sentences = both.sentences(models);

        assertThat(sentences).hasSize(2);
        assertThat(sentences.get(0).labelled().wanted()).containsExactly("aid");
        assertThat(sentences.get(1).labelled().wanted()).isEmpty();
        assertThat(sentences.get(1).labelled().arguable()).containsExactly("aid");
    }

    @Test
    void learnsModalitiesFromWhatSurroundsLabelledEvents() throws IOException {
        String texts =
                """
                Syria shall see a truce.\tceasefire=DENIED
                Yemen shall see a truce.\tceasefire=DENIED
                Sudan shall see a truce.\tceasefire=DENIED
                Syria saw a truce.\tceasefire=OCCURRED
                Yemen saw a truce.\tceasefire=OCCURRED
                Sudan saw a truce.\tceasefire=OCCURRED
                """;

        var models = new ModalityModels(events(texts));

        assertThat(events("Libya shall see a truce.\tceasefire=DENIED\n"))
                .extracting(models::of)
                .containsExactly(Modality.DENIED);
        Path one = folder.resolve("one");
        assertThat(models.write(6, one)).isPositive();
        assertThat(Files.readAllLines(one)).anyMatch(line -> line.startsWith("left | shal"));
    }

    private List<Event> events(String texts) throws IOException {
        Files.writeString(folder.resolve("texts.tsv"), texts);
        var tagger = new Tagger(Lexicon.shipped());
        return Labelled.in(List.of(folder)).stream()
                .flatMap(text -> Event.of(text, tagger).stream())
                .toList();
    }

    private List<Sample> samples(String texts) throws IOException {
        Files.writeString(folder.resolve("texts.tsv"), texts);
        var tagger = new Tagger(Lexicon.shipped());
        return Labelled.in(List.of(folder)).stream().map(t -> Sample.of(t, tagger)).toList();
    }
}
