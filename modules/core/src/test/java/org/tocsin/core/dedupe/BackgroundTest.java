package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy shares the news; two reports that share the background under it are two. */
class BackgroundTest {

    private static final Map<String, Function<Pair, Wire.Story>> EDITS = edits();

    /** Two happenings over one background: title and news of each, and the background. */
    record Pair(String id, Wire.Story one, Wire.Story other, String background) {

        Wire.Story whole() {
            return over(one);
        }

        Wire.Story otherWhole() {
            return over(other);
        }

        private Wire.Story over(Wire.Story news) {
            return new Wire.Story(id, news.title(), news.text() + "\n" + background);
        }
    }

    static List<Pair> pairs() {
        return Wire.read("background.txt").stream().map(BackgroundTest::pair).toList();
    }

    private static Pair pair(Wire.Story read) {
        String[] titles = read.title().split(" \\| ");
        List<String> lines = read.paragraphs();
        return new Pair(
                read.id(),
                new Wire.Story(read.id(), titles[0], lines.get(0)),
                new Wire.Story(read.id(), titles[1], lines.get(1)),
                lines.get(2));
    }

    private static Map<String, Function<Pair, Wire.Story>> edits() {
        var edits = new LinkedHashMap<String, Function<Pair, Wire.Story>>();
        edits.put("cut to the news", Pair::one);
        edits.put("extended", pair -> Wire.extended(pair.whole()));
        edits.put("extended on top", pair -> onTop(pair, localParagraphs()));
        edits.put("re-headed", pair -> Wire.reheaded(pair.whole()));
        edits.put("furniture", pair -> Wire.withFurniture(pair.whole()));
        edits.put("invited", pair -> onTop(pair, "Sign up here and read us first every morning."));
        edits.put("moved", pair -> Wire.otherPrefix(prefixed(pair.whole())));
        return edits;
    }

    private static Wire.Story onTop(Pair pair, String text) {
        Wire.Story whole = pair.whole();
        return new Wire.Story(whole.id(), whole.title(), text + "\n" + whole.text());
    }

    private static String localParagraphs() {
        return "Residents of our town who have family there said yesterday evening that they had"
                + " heard from nobody since the weekend and that lines were dead.";
    }

    private static Wire.Story prefixed(Wire.Story story) {
        return new Wire.Story(story.id(), story.title(), "LAGO - " + story.text());
    }

    static Stream<Arguments> editedPairs() {
        return pairs().stream()
                .flatMap(pair -> EDITS.keySet().stream().map(edit -> Arguments.of(edit, pair)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void partsTwoHappeningsOverOneBackground(Pair pair) {
        assertThat(second(pair.whole(), pair.otherWhole())).isEqualTo(Verdict.Kind.NEW);
        assertThat(second(pair.otherWhole(), pair.whole())).isEqualTo(Verdict.Kind.NEW);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void partsThemWhateverStandsAroundThem(Pair pair) {
        Wire.Story framed = Wire.withFurniture(pair.whole());

        assertThat(second(framed, pair.otherWhole())).isEqualTo(Verdict.Kind.NEW);
        assertThat(second(Wire.extended(pair.otherWhole()), pair.whole()))
                .isEqualTo(Verdict.Kind.NEW);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("editedPairs")
    void knowsWhatWasEditedForACopyInEitherOrder(String edit, Pair pair) {
        Wire.Story edited = EDITS.get(edit).apply(pair);

        assertThat(second(pair.whole(), edited)).isEqualTo(Verdict.Kind.COPY);
        assertThat(second(edited, pair.whole())).isEqualTo(Verdict.Kind.COPY);
    }

    private static Verdict.Kind second(Wire.Story first, Wire.Story second) {
        var deduper = new Deduper(new InMemoryArchive());
        deduper.tell(Wire.article("a", "one.example", first, Duration.ZERO));
        return deduper.tell(Wire.article("b", "two.example", second, Duration.ofHours(2)))
                .verdict()
                .verdict();
    }
}
