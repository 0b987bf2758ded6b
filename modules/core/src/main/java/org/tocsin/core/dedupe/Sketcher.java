package org.tocsin.core.dedupe;

import org.tocsin.core.article.Article;

/**
 * Reads articles into sketches, one after the other, and reuses its room from one to the next, and
 * what it learnt of words. Not thread-safe; each thread has its own.
 */
public final class Sketcher {

    /** Longer texts are pages of a live blog or a transcript; their opening tells what they are. */
    private static final int WORDS = 2_000;

    /** Under this a text is a slogan; the title is then part of the body. */
    private static final int NO_TEXT = 12;

    /** Titles with fewer words of substance ("Morning briefing") are given to many articles. */
    private static final int TELLING_TITLE = 4;

    private static final int TITLE = 40;

    /** Titles live in the same index as fingerprints, under hashes of their own. */
    private static final int TITLE_SALT = 0x3C6EF372;

    private final Tokens title = new Tokens();
    private final Tokens text = new Tokens();
    private final Tokens both = new Tokens();
    private final Names names = new Names();

    /** The same as {@link Sketch#of}. */
    public Sketch sketch(Article article) {
        title.read(article.title());
        text.read(article.text());
        boolean headlineOnly = text.size() < NO_TEXT;
        Tokens body = text;
        if (headlineOnly) {
            both.read(article.title() + "\n" + article.text());
            body = both;
        }
        int length = Math.min(body.size(), WORDS);
        names.collect(title, body, length);
        short[] titleCodes = names.ofTitle(title, TITLE);
        short[] bodyCodes = names.ofBody(body, length);
        return new Sketch(
                new SketchParts(
                        ContentHash.of(title, text),
                        Items.guid(article),
                        Items.url(article),
                        titleKey(titleCodes),
                        headlineOnly,
                        Credits.shipped().of(article, title, text).orElse(null),
                        Lead.of(body, bodyCodes, titleCodes),
                        titleCodes,
                        bodyCodes,
                        Grams.of(body, length),
                        Quotes.in(body, length)));
    }

    /** The words of the article's text; of the one sketched last they are known. */
    Tokens textOf(Article article) {
        if (text.text() != article.text()) {
            text.read(article.text());
        }
        return text;
    }

    private int titleKey(short[] codes) {
        int substance = 0;
        int hash = TITLE_SALT;
        for (int i = 0; i < codes.length; i++) {
            substance += Codes.kind(codes[i]) == Codes.PLAIN ? 0 : 1;
            hash = Hash.join(hash, title.hash(i));
        }
        return substance < TELLING_TITLE ? 0 : Hash.mix(hash);
    }
}
