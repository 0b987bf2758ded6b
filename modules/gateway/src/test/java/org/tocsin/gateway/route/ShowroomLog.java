package org.tocsin.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.board.Boards;

/** Puts alerts and tellings on the boards as the log would. */
final class ShowroomLog {

    private final Boards boards;
    private final Instant now;
    private long offset;

    ShowroomLog(Boards boards, Instant now) {
        this.boards = boards;
        this.now = now;
    }

    /** How long the showroom has been open. */
    int minutesOpen() {
        return (int) Duration.between(now, Instant.now()).toMinutes();
    }

    void ring(
            int seq,
            Alert.Kind kind,
            Severity severity,
            int minutes,
            String trigger,
            String headline,
            int origins,
            List<String> articles,
            List<Evidence> evidence) {
        boards.alerts()
                .rang(
                        0,
                        offset++,
                        new Alert(
                                "al-" + offset,
                                "tc",
                                seq,
                                "guarantors",
                                3,
                                kind,
                                severity,
                                before(minutes),
                                trigger,
                                "sc",
                                articles,
                                origins,
                                headline,
                                evidence));
    }

    static Evidence mark(String article, String text, String words, String clause, String entity) {
        int at = text.indexOf(words);
        return new Evidence(article, "text", at, at + words.length(), words, clause, entity);
    }

    void alert(
            String thread,
            int seq,
            String watchlist,
            Alert.Kind kind,
            Severity severity,
            int minutes,
            String article,
            String headline,
            int origins) {
        String word = headline.split(" ")[0];
        boards.alerts()
                .rang(
                        0,
                        offset++,
                        new Alert(
                                "al-" + offset,
                                thread,
                                seq,
                                watchlist,
                                1,
                                kind,
                                severity,
                                before(minutes),
                                article,
                                "st-" + thread,
                                List.of(article),
                                origins,
                                headline,
                                List.of(
                                        new Evidence(
                                                article,
                                                "title",
                                                0,
                                                word.length(),
                                                word,
                                                "word",
                                                null))));
    }

    void tell(
            String story,
            String id,
            Verdict.Kind kind,
            String of,
            String title,
            String text,
            String topic,
            int minutes,
            String source,
            int origins) {
        Instant at = before(minutes);
        var article =
                new Article(
                        id,
                        id,
                        "https://" + source + "/" + id,
                        source,
                        "https://" + source + "/feed",
                        title,
                        text,
                        null,
                        at.minusSeconds(90),
                        null,
                        at,
                        List.of(),
                        List.of());
        var telling =
                new Telling(
                        article,
                        new Verdict(id, kind, of, story, of == null ? 0 : .93, origins),
                        boards.stories()
                                .article(of == null ? id : of)
                                .map(first -> first.telling().origin())
                                .orElse(source),
                        false);
        var event =
                new EventTag(
                        topic,
                        Modality.OCCURRED,
                        "X",
                        null,
                        List.of(),
                        List.of(),
                        "title",
                        0,
                        1,
                        "x",
                        0);
        boards.stories()
                .told(
                        0,
                        offset++,
                        new TaggedTelling(telling, new Tags(id, "en", List.of(), List.of(event))));
    }

    Instant before(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
