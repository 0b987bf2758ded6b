package org.tocsin.core.watch.preview;

import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;

/**
 * So much of the article that rang an alert that its evidence can be read where it stands: the log
 * goes further back than the articles that anybody holds.
 *
 * @param text around the words that answered, at most {@value #LONGEST} UTF-16 units
 * @param start where it begins in the article's text, so that offsets can be taken from it
 * @param more whether the article goes on behind it
 */
public record Passage(
        String article, String source, String title, String text, int start, boolean more) {

    private static final int AROUND = 160;
    static final int LONGEST = 700;

    static Passage of(Article article, Alert alert) {
        List<Evidence> words =
                alert.evidence().stream()
                        .filter(piece -> piece.article().equals(article.id()))
                        .filter(piece -> piece.field().equals("text"))
                        .toList();
        String text = article.text() == null ? "" : article.text();
        int first = words.stream().mapToInt(Evidence::start).min().orElse(0);
        int last = words.stream().mapToInt(Evidence::end).max().orElse(0);
        int from = edge(text, Math.max(0, first - AROUND));
        int to = edge(text, Math.min(Math.min(text.length(), last + AROUND), from + LONGEST));
        return new Passage(
                article.id(),
                article.source(),
                article.title(),
                text.substring(from, Math.max(from, to)),
                from,
                to < text.length());
    }

    /** Never between the halves of one character. */
    private static int edge(String text, int at) {
        boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return within ? at - 1 : at;
    }
}
