package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.tocsin.core.lexicon.Lexicon;

/**
 * Holds the tagger to what it reached on the sentences of {@code /tag/developing.tsv}. The figures
 * are published with the test; a change may trade one sentence for another, but not for less.
 */
class DevelopingSetTest {

    private static final Set<String> KEY =
            Set.of("ceasefire", "withdrawal", "military-strike", "labour-strike");

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    /** A sentence with what the tagger found in it. */
    private record Answer(Gold gold, List<EventTag> tags) {

        Stream<Pair> pairs() {
            return gold.events().stream()
                    .flatMap(
                            event ->
                                    tags.stream()
                                            .filter(tag -> tag.topic().equals(event.topic()))
                                            .limit(1)
                                            .map(tag -> new Pair(event, tag)));
        }
    }

    private record Pair(Gold.Event gold, EventTag tag) {}

    private static final List<Answer> ANSWERS =
            Gold.sentences().stream()
                    .map(gold -> new Answer(gold, TAGGER.tag(gold.article()).events()))
                    .toList();

    @Test
    void tellsTheTopics(TestReporter reporter) {
        double precision = precision(topic -> true);
        double recall = recall(topic -> true);

        reporter.publishEntry("topic precision, recall", precision + " " + recall);
        assertThat(precision).isGreaterThan(0.94);
        assertThat(recall).isGreaterThan(0.93);
    }

    @Test
    void tellsCeasefiresWithdrawalsAndStrikes(TestReporter reporter) {
        double precision = precision(KEY::contains);
        double recall = recall(KEY::contains);

        reporter.publishEntry("key topics precision, recall", precision + " " + recall);
        assertThat(precision).isGreaterThan(0.96);
        assertThat(recall).isGreaterThan(0.95);
    }

    @Test
    void tellsWhatIsClaimed(TestReporter reporter) {
        double right =
                share(
                        ANSWERS.stream().flatMap(Answer::pairs).toList(),
                        pair -> pair.tag.modality().name().equals(pair.gold.modality()));

        reporter.publishEntry("modality accuracy", String.valueOf(right));
        assertThat(right).isGreaterThan(0.93);
    }

    @Test
    void tellsWhoDidItToWhom(TestReporter reporter) {
        double right =
                share(
                        ANSWERS.stream()
                                .flatMap(Answer::pairs)
                                .filter(pair -> pair.gold.actors() != null)
                                .toList(),
                        pair ->
                                pair.gold.actors().equals(new TreeSet<>(pair.tag.actor()))
                                        && pair.gold
                                                .targets()
                                                .equals(new TreeSet<>(pair.tag.target())));

        reporter.publishEntry("both roles right", String.valueOf(right));
        assertThat(right).isGreaterThan(0.78);
    }

    @Test
    void hearsNothingInFiguresOfSpeechAndSport(TestReporter reporter) {
        double silent =
                share(
                        ANSWERS.stream().filter(a -> a.gold.kind().equals("trap")).toList(),
                        answer -> answer.tags.isEmpty());

        reporter.publishEntry("figurative sentences without an event", String.valueOf(silent));
        assertThat(silent).isGreaterThan(0.9);
    }

    private static double precision(Predicate<String> counted) {
        record Told(Answer answer, String topic) {}
        var told =
                ANSWERS.stream()
                        .flatMap(
                                answer ->
                                        answer.tags.stream()
                                                .map(EventTag::topic)
                                                .distinct()
                                                .map(topic -> new Told(answer, topic)))
                        .filter(one -> counted.test(one.topic))
                        .toList();
        return share(
                told,
                one ->
                        one.answer.gold.events().stream()
                                .anyMatch(event -> event.topic().equals(one.topic)));
    }

    private static double recall(Predicate<String> counted) {
        record Wanted(Answer answer, String topic) {}
        var wanted =
                ANSWERS.stream()
                        .flatMap(
                                answer ->
                                        answer.gold.events().stream()
                                                .map(event -> new Wanted(answer, event.topic())))
                        .filter(one -> counted.test(one.topic))
                        .toList();
        return share(
                wanted,
                one -> one.answer.tags.stream().anyMatch(tag -> tag.topic().equals(one.topic)));
    }

    private static <T> double share(List<T> all, Predicate<T> right) {
        return (double) all.stream().filter(right).count() / all.size();
    }
}
