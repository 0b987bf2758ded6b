package org.tocsin.gateway.route;

import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;

/** Alerts and tellings for tests. */
final class News {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private News() {}

    static Alert alert(String thread, int seq, String headline) {
        return new Alert(
                thread + "#" + seq,
                thread,
                seq,
                "harbour",
                1,
                seq == 1 ? Alert.Kind.NEW : Alert.Kind.UPDATE,
                Severity.HIGH,
                NOON.plusSeconds(60L * seq),
                "a" + seq,
                "s1",
                List.of("a" + seq),
                1,
                headline,
                List.of(
                        new Evidence(
                                "a" + seq, "title", 0, 4, headline.substring(0, 4), "word", null)));
    }

    static TaggedTelling telling(String article, String title) {
        var told =
                new Article(
                        article,
                        null,
                        null,
                        "pier.example",
                        null,
                        title,
                        "Body of " + title,
                        "en",
                        NOON,
                        null,
                        NOON,
                        List.of(),
                        List.of());
        var verdict = new Verdict(article, Verdict.Kind.NEW, null, "s1", 0, 1);
        return new TaggedTelling(
                new Telling(told, verdict, "pier.example", false),
                new Tags(article, "en", List.of(), List.of()));
    }
}
