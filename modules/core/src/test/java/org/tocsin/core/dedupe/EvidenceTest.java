package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.json.Json;
import org.tocsin.core.text.Span;

class EvidenceTest {

    private final Deduper deduper = new Deduper(new InMemoryArchive());
    private final Wire.Story raid = Wire.story("raid", Wire.stories());

    @Test
    void showsWhatAnExtendedCopyTookOver() {
        tell("a", "wire.example", raid);
        Wire.Story local = Wire.withFurniture(Wire.extended(raid));

        Verdict copy = tell("b", "paper.example", local);

        assertThat(copy.shared()).singleElement();
        String passage = copy.shared().get(0).of(local.text());
        assertThat(passage).startsWith("TEL HARUF").endsWith("according to aid agencies");
    }

    @Test
    void leavesOutWhatTheOutletPutBetween() {
        tell("a", "wire.example", raid);
        String own =
                "Our reader Jonas Feld, who left the town as a child, remembers the workshops and"
                        + " the smell of bread on the way to school.";
        var paragraphs = new java.util.ArrayList<>(raid.paragraphs());
        paragraphs.add(2, own);
        var mixed = new Wire.Story("", raid.title(), String.join("\n", paragraphs));

        Verdict copy = tell("b", "paper.example", mixed);

        assertThat(copy.shared()).hasSize(2);
        assertThat(copy.shared())
                .allSatisfy(span -> assertThat(raid.text()).contains(span.of(mixed.text())));
    }

    @Test
    void findsPassagesDeepInALongText() {
        String wire = String.join("\n", Wire.stories().stream().map(Wire.Story::text).toList());
        tell("a", "wire.example", new Wire.Story("", "A week of news, told in one go", wire));
        Wire.Story cut =
                new Wire.Story(
                        "",
                        "A week of news",
                        String.join(
                                "\n",
                                Wire.stories().subList(0, 6).stream()
                                        .map(Wire.Story::text)
                                        .toList()));

        Verdict copy = tell("b", "paper.example", cut);

        int length = copy.shared().stream().mapToInt(span -> span.end() - span.start()).sum();
        assertThat(copy.verdict()).isEqualTo(Verdict.Kind.COPY);
        assertThat(length).isGreaterThan(cut.text().length() / 2);
    }

    @Test
    void saysNothingOfNewsAndRepeats() {
        Verdict first = tell("a", "wire.example", raid);

        Verdict again = tell("a", "wire.example", raid);

        assertThat(List.of(first, again))
                .allSatisfy(verdict -> assertThat(verdict.shared()).isEmpty())
                .allSatisfy(verdict -> assertThat(verdict.changed()).isEmpty());
        assertThat(Json.line(first)).endsWith("\"origins\":1}");
    }

    @Test
    void writesItsEvidenceBehindTheRest() {
        var verdict =
                new Verdict("b", Verdict.Kind.REVISION, "a", "s", 0.9, 1)
                        .shownBy(List.of(new Span(3, 90)), List.of(Verdict.Change.NUMBERS));

        assertThat(Json.line(verdict))
                .isEqualTo(
                        "{\"id\":\"b\",\"verdict\":\"REVISION\",\"of\":\"a\",\"story\":\"s\","
                                + "\"similarity\":0.9,\"origins\":1,"
                                + "\"shared\":[{\"start\":3,\"end\":90}],\"changed\":[\"numbers\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[numbers] | seven people | nine people",
                "[numbers] | on Monday | on Tuesday",
                "[names] | Celia Morant | Paula Desh",
                "[names, numbers] | brokered by Oman lapsed in September | brokered by Qatar lapsed in May",
                "[modality] | were killed | may have been killed",
                "[wording] | makeshift | provisional",
                "[wording] | urged both | called on both"
            })
    void saysWhatARevisionChanged(String changed, String before, String after) {
        Wire.Story now = new Wire.Story("", raid.title(), raid.text().replaceFirst(before, after));
        assertThat(now.text()).isNotEqualTo(raid.text());

        assertThat(revised(raid, now)).hasToString(changed.toUpperCase());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Die Armee zieht ihre Truppen aus dem Norden ab | Die Armee zieht ihre Truppen nicht aus dem Norden ab",
                "Россия вывела войска из провинции, сообщило министерство | Россия может вывести войска из провинции, сообщило министерство",
                "L'armée a quitté la ville, selon le ministre | L'armée va quitter la ville, selon le ministre",
                "نفى الوزير انسحاب القوات من المدينة | أكد الوزير انسحاب القوات من المدينة"
            })
    void noticesModalityInOtherLanguages(String before, String after) {
        assertThat(revised(new Wire.Story("", before, ""), new Wire.Story("", after, "")))
                .contains(Verdict.Change.MODALITY);
    }

    private List<Verdict.Change> revised(Wire.Story before, Wire.Story after) {
        deduper.tell(item("a", before));
        Verdict verdict = deduper.tell(item("b", after)).verdict();
        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.REVISION);
        return verdict.changed();
    }

    private static Article item(String id, Wire.Story story) {
        return new Article(
                id,
                "guid",
                null,
                "wire.example",
                null,
                story.title(),
                story.text(),
                null,
                Wire.NOON,
                null,
                Wire.NOON,
                List.of(),
                List.of());
    }

    private Verdict tell(String id, String source, Wire.Story story) {
        return deduper.tell(Wire.article(id, source, story, Duration.ofHours(1))).verdict();
    }
}
