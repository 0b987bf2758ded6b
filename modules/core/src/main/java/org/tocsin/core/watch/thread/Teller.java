package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/**
 * What an alert says of the telling that rang it. {@code at} is its event time; {@code of} the
 * article that it revises or copies, or null.
 */
public record Teller(
        String article,
        String story,
        Verdict.Kind kind,
        String of,
        Instant at,
        Instant fetched,
        String headline,
        String source) {

    private static final int LONGEST = 200;

    static Teller of(Telling telling) {
        Article article = telling.article();
        return new Teller(
                article.id(),
                telling.verdict().story(),
                telling.verdict().verdict(),
                telling.verdict().of(),
                timeOf(telling),
                article.fetched(),
                headline(article),
                article.source());
    }

    /** With other words for its headline. */
    Teller saying(String words) {
        return new Teller(article, story, kind, of, at, fetched, words, source);
    }

    /** Mutes run on when things were fetched: nobody mutes what was published, but what rings. */
    boolean isMuted(Mutes mutes, Rule rule, ThreadState thread) {
        return mutes.silence(
                new Mutes.Ring(rule.id(), thread.id(), thread.story(), source, fetched));
    }

    /**
     * {@code published}, or {@code fetched} where that is missing or earlier. A revision was made
     * when the feed says so, else when it was seen: its item's date would put it into the past.
     */
    static Instant timeOf(Telling telling) {
        Article article = telling.article();
        boolean revises = telling.verdict().verdict() == Verdict.Kind.REVISION;
        Instant told =
                revises || article.published() == null ? article.updated() : article.published();
        Instant fetched = article.fetched();
        return told == null || fetched.isBefore(told) ? fetched : told;
    }

    /** The title, else the text's first sentence. */
    private static String headline(Article article) {
        String title = article.title().strip();
        List<Span> sentences = title.isEmpty() ? Sentences.of(article.text()) : List.of();
        String words = sentences.isEmpty() ? title : sentences.get(0).of(article.text());
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)))
                        + "…";
    }
}
