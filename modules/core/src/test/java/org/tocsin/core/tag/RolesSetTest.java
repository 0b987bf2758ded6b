package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.tocsin.core.lexicon.Lexicon;

/**
 * Holds the tagger to who did what to whom in the sentences of {@code /tag/roles.tsv}: passives,
 * demonyms, nominal forms, relative and reported clauses, headlines, pronouns. The figures are
 * published with the test.
 */
class RolesSetTest {

    /** An event as a reader finds it, and the first of its topic that the tagger told. */
    private record Pair(Gold.Event gold, EventTag tag) {

        boolean hasActors() {
            return gold.actors().equals(new TreeSet<>(tag.actor()));
        }

        boolean hasTargets() {
            return gold.targets().equals(new TreeSet<>(tag.target()));
        }
    }

    private static final List<Pair> PAIRS = pairs();

    private static List<Pair> pairs() {
        var tagger = new Tagger(Lexicon.shipped());
        return Gold.sentences("roles").stream()
                .flatMap(
                        gold -> {
                            List<EventTag> tags = tagger.tag(gold.article()).events();
                            return gold.events().stream()
                                    .filter(event -> event.actors() != null)
                                    .flatMap(
                                            event ->
                                                    tags.stream()
                                                            .filter(
                                                                    tag ->
                                                                            tag.topic()
                                                                                    .equals(
                                                                                            event
                                                                                                    .topic()))
                                                            .limit(1)
                                                            .map(tag -> new Pair(event, tag)));
                        })
                .toList();
    }

    @Test
    void tellsWhoDidIt(TestReporter reporter) {
        double right = share(Pair::hasActors);

        reporter.publishEntry("actors right", String.valueOf(right));
        assertThat(right).isGreaterThan(0.93);
    }

    @Test
    void tellsToWhomOrWhere(TestReporter reporter) {
        double right = share(Pair::hasTargets);

        reporter.publishEntry("targets right", String.valueOf(right));
        assertThat(right).isGreaterThan(0.88);
    }

    @Test
    void tellsWhetherItHappened(TestReporter reporter) {
        double right = share(pair -> pair.tag.modality().name().equals(pair.gold.modality()));

        reporter.publishEntry("modality accuracy", String.valueOf(right));
        assertThat(right).isGreaterThan(0.93);
    }

    private static double share(Predicate<Pair> right) {
        assertThat(PAIRS).hasSizeGreaterThan(120);
        return (double) PAIRS.stream().filter(right).count() / PAIRS.size();
    }
}
