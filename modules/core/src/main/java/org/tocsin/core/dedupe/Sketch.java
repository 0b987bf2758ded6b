package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.core.article.Article;
import org.tocsin.core.text.Words;

/**
 * What is compared of an article that has just come, worked out once: all that its title and text
 * have to say to a {@link Deduper}. It follows from the article alone, so many can be made at once,
 * in any order, ahead of the line in which they are told.
 *
 * <p>Not thread-safe; hand it over.
 */
public final class Sketch {

    /** Longer texts are pages of a live blog or a transcript; their opening tells what they are. */
    private static final int WORDS = 2_000;

    /** Under this a text is a slogan; the title is then part of the body. */
    private static final int NO_TEXT = 12;

    /** Titles with fewer words of substance ("Morning briefing") are given to many articles. */
    private static final int TELLING_TITLE = 4;

    private static final int TITLE = 40;
    static final int BODY = 128;
    private static final int PRINTS = 48;
    private static final int INDEXED = 16;
    private static final int TERMS = 12;

    /** Names and numbers kept of what stands below the opening. */
    static final int FACTS = 40;

    /** Terms and titles live in the same index as fingerprints, under hashes of their own. */
    private static final int TERM_SALT = 0x7EF3A1B5;

    private static final int TITLE_SALT = 0x3C6EF372;

    final long content;

    /** Hashes of what names the item within its feed, 0 where it has no guid or no address. */
    final long guid;

    final long url;
    final int titleKey;
    final boolean headlineOnly;
    final Grams grams;
    final int[] prints;
    final short[] title;
    final short[] body;

    /** The owner that the article credits or only retells; null where it names none. */
    final String credited;

    final Lead lead;
    final BitSet quoted;
    private final short[] leadCodes;
    private int[] pairs;
    private final int[] quotedGrams;

    /** The words of title and lead, each once, those first that tell most. */
    final short[] terms;

    /** The article by its words. */
    private Sketch(Article article) {
        Words titleWords = Words.of(article.title());
        Words textWords = Words.of(article.text());
        content = contentOf(article, titleWords, textWords);
        guid = Items.guid(article);
        url = Items.url(article);
        credited = Credits.shipped().of(article).orElse(null);
        headlineOnly = textWords.size() < NO_TEXT;
        String bodyText = headlineOnly ? article.title() + "\n" + article.text() : article.text();
        Words bodyWords = headlineOnly ? Words.of(bodyText) : textWords;
        int length = Math.min(bodyWords.size(), WORDS);
        grams = Grams.of(bodyWords, 0, length);
        quoted = Quotes.in(bodyText, bodyWords, length);
        Names names = Names.of(article.title(), titleWords, bodyText, bodyWords, length);
        title = names.titleCodes(TITLE);
        body = names.bodyCodes(length);
        titleKey = titleKey(titleWords, title);
        lead = Lead.of(bodyText, bodyWords, body, title);
        prints = grams.prints();
        quotedGrams = quotedGrams(grams, quoted);
        leadCodes = lead.codes(body);
        terms = Terms.of(title, body, lead.from());
    }

    /** The article by what was written down of it. */
    Sketch(SketchBytes bytes) {
        content = bytes.content();
        guid = bytes.guid();
        url = bytes.url();
        credited = bytes.credited();
        headlineOnly = bytes.headlineOnly();
        grams = bytes.grams();
        quoted = bytes.quoted();
        title = bytes.title();
        body = bytes.body();
        titleKey = bytes.titleKey();
        lead = bytes.lead();
        prints = grams.prints();
        quotedGrams = quotedGrams(grams, quoted);
        leadCodes = lead.codes(body);
        terms = Terms.of(title, body, lead.from());
    }

    /** Reads the article's title, text and names; what it costs does not grow with the archive. */
    public static Sketch of(Article article) {
        return new Sketch(article);
    }

    /**
     * The sketch that {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException when these are other bytes
     */
    public static Sketch from(byte[] bytes) {
        return SketchBytes.read(bytes);
    }

    /** About six bytes for each word of the body; of the same article always the same bytes. */
    public byte[] toBytes() {
        return SketchBytes.write(this);
    }

    private static long contentOf(Article article, Words title, Words text) {
        if (title.size() + text.size() == 0) {
            return Hash.wide(article.title().strip(), article.text().strip());
        }
        return Hash.wide(joined(title), joined(text));
    }

    private static String joined(Words words) {
        return IntStream.range(0, words.size())
                .mapToObj(words::folded)
                .collect(Collectors.joining(" "));
    }

    private static int titleKey(Words words, short[] codes) {
        int substance = 0;
        int hash = TITLE_SALT;
        for (int i = 0; i < codes.length; i++) {
            substance += Codes.kind(codes[i]) == Codes.PLAIN ? 0 : 1;
            hash = Hash.join(hash, Hash.of(words.folded(i)));
        }
        return substance < TELLING_TITLE ? 0 : Hash.mix(hash);
    }

    /** The key under which articles with that term in title or lead are found. */
    static int termKey(short code) {
        return Hash.mix(code ^ TERM_SALT);
    }

    int words() {
        return body.length;
    }

    /** What the run counts, less where it stands in quotation marks. */
    double weight(int print) {
        return Arrays.binarySearch(quotedGrams, print) >= 0 ? Overlap.QUOTED : 1;
    }

    /** What each print counts where nothing is known of how common it is. */
    double[] plainWeights() {
        return Arrays.stream(prints).mapToDouble(this::weight).toArray();
    }

    private static int[] quotedGrams(Grams grams, BitSet quoted) {
        return IntStream.range(0, grams.size())
                .filter(quoted::get)
                .map(grams::at)
                .sorted()
                .toArray();
    }

    boolean isShort() {
        return words() < Grams.SHORT;
    }

    /** The sample of the prints that is kept, the smallest hashes. */
    int[] keptPrints() {
        return prints.length <= PRINTS ? prints : smallest(PRINTS);
    }

    private int[] smallest(int count) {
        int[] least =
                Arrays.stream(prints)
                        .map(print -> print ^ Integer.MIN_VALUE)
                        .sorted()
                        .limit(count)
                        .map(print -> print ^ Integer.MIN_VALUE)
                        .toArray();
        Arrays.sort(least);
        return least;
    }

    /** The largest print that is kept, unsigned; all ones where all are kept. */
    int limit() {
        return prints.length <= PRINTS
                ? -1
                : Arrays.stream(keptPrints())
                        .reduce(0, (a, b) -> Integer.compareUnsigned(a, b) >= 0 ? a : b);
    }

    /** The prints under which the article is found. */
    int[] indexedPrints() {
        return prints.length <= INDEXED ? prints : smallest(INDEXED);
    }

    /** The codes of the sentence that says what is new. */
    short[] lead() {
        return leadCodes;
    }

    /** How many of the lead's runs are among those prints. */
    int leadRunsIn(int[] others) {
        return (int)
                IntStream.range(lead.from(), Math.min(lead.to(), grams.size()))
                        .filter(i -> Arrays.binarySearch(others, grams.at(i)) >= 0)
                        .count();
    }

    /** The body's words in a row, two by two; worked out when first asked for, most never are. */
    int[] pairs() {
        if (pairs == null) {
            pairs = SameNews.pairs(body);
        }
        return pairs;
    }

    short[] keptBody() {
        return Arrays.copyOf(body, Math.min(BODY, body.length));
    }

    /** The first names and numbers below the opening, each once. */
    short[] facts() {
        var found = new short[FACTS];
        int count = 0;
        for (int i = BODY; i < body.length && count < FACTS; i++) {
            if (Codes.kind(body[i]) >= Codes.NAME && !Terms.contains(found, count, body[i])) {
                found[count++] = body[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The terms under which its story is found, those of the title and lead that come first. */
    int[] indexedTerms() {
        int[] keys = new int[Math.min(TERMS, terms.length)];
        Arrays.setAll(keys, i -> termKey(terms[i]));
        return keys;
    }
}
