package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.tocsin.core.article.Article;

/**
 * What is compared of an article that has just come, worked out once: all that its title and text
 * have to say to a {@link Deduper}. It follows from the article alone, so many can be made at once,
 * in any order, ahead of the line in which they are told. A {@link Sketcher} makes many in a row.
 *
 * <p>Not thread-safe; hand it over.
 */
public final class Sketch {

    static final int BODY = 128;

    /** Fewer words before the lead are kept with it: a dateline, a caption, the title again. */
    private static final int FURNITURE = 24;

    private static final int PRINTS = 48;
    private static final int INDEXED = 16;
    private static final int TERMS = 12;

    /** Names and numbers kept of what stands below the opening. */
    static final int FACTS = 40;

    /** Terms live in the same index as fingerprints, under hashes of their own. */
    private static final int TERM_SALT = 0x7EF3A1B5;

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

    /** The words of title and lead, each once, those first that tell most. */
    final short[] terms;

    private final short[] leadCodes;

    // Worked out when first asked for; of most articles they never are.
    private IntSet pairs;
    private IntSet quotedGrams;
    private int[] keptPrints;

    Sketch(SketchParts parts) {
        content = parts.content();
        guid = parts.guid();
        url = parts.url();
        credited = parts.credited();
        headlineOnly = parts.headlineOnly();
        grams = parts.grams();
        quoted = parts.quoted();
        title = parts.title();
        body = parts.body();
        titleKey = parts.titleKey();
        lead = parts.lead();
        prints = grams.prints();
        leadCodes = lead.codes(body);
        terms = Terms.of(title, body, lead.from());
    }

    /** Reads the article's title, text and names; what it costs does not grow with the archive. */
    public static Sketch of(Article article) {
        return new Sketcher().sketch(article);
    }

    /** Whether this version wrote the bytes: those of another are to be sketched anew. */
    public static boolean isReadable(byte[] bytes) {
        return SketchBytes.isReadable(bytes);
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

    /** The key under which articles with that term in title or lead are found. */
    static int termKey(short code) {
        return Hash.mix(code ^ TERM_SALT);
    }

    int words() {
        return body.length;
    }

    /** What the run counts, less where it stands in quotation marks. */
    double weight(int print) {
        return quotedGrams().contains(print) ? Overlap.QUOTED : 1;
    }

    private IntSet quotedGrams() {
        if (quotedGrams == null) {
            quotedGrams = new IntSet(quoted.cardinality());
            for (int i = quoted.nextSetBit(0);
                    i >= 0 && i < grams.size();
                    i = quoted.nextSetBit(i + 1)) {
                quotedGrams.add(grams.at(i));
            }
        }
        return quotedGrams;
    }

    /** What each print counts where nothing is known of how common it is. */
    double[] plainWeights() {
        var weights = new double[prints.length];
        Arrays.setAll(weights, i -> weight(prints[i]));
        return weights;
    }

    boolean isShort() {
        return words() < Grams.SHORT;
    }

    /** The sample of the prints that is kept, the smallest hashes. */
    int[] keptPrints() {
        if (keptPrints == null) {
            keptPrints = prints.length <= PRINTS ? prints : smallest(PRINTS);
        }
        return keptPrints;
    }

    /** Sorted as signed numbers, the smallest as unsigned ones begin with the first from 0 on. */
    private int[] smallest(int count) {
        int zero = firstFromZero(prints);
        int fromZero = Math.min(count, prints.length - zero);
        var least = new int[count];
        System.arraycopy(prints, 0, least, 0, count - fromZero);
        System.arraycopy(prints, zero, least, count - fromZero, fromZero);
        return least;
    }

    private static int firstFromZero(int[] sorted) {
        int at = Arrays.binarySearch(sorted, 0);
        return at >= 0 ? at : -at - 1;
    }

    /** The largest print that is kept, unsigned; all ones where all are kept. */
    int limit() {
        if (prints.length <= PRINTS) {
            return -1;
        }
        int[] kept = keptPrints();
        int zero = firstFromZero(kept);
        return zero > 0 ? kept[zero - 1] : kept[PRINTS - 1];
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
        int found = 0;
        for (int i = lead.from(); i < Math.min(lead.to(), grams.size()); i++) {
            found += Arrays.binarySearch(others, grams.at(i)) >= 0 ? 1 : 0;
        }
        return found;
    }

    /** The body's words in a row, two by two; worked out when first asked for, most never are. */
    IntSet pairs() {
        if (pairs == null) {
            pairs = SameNews.pairs(body);
        }
        return pairs;
    }

    /** So many words, from the first on, or from the lead where much furniture stands before it. */
    short[] keptBody() {
        int from = keptFrom();
        return Arrays.copyOfRange(body, from, Math.min(from + BODY, body.length));
    }

    private int keptFrom() {
        return lead.from() < FURNITURE ? 0 : Math.max(0, Math.min(lead.from(), body.length - BODY));
    }

    /** The first names and numbers below the opening, each once. */
    short[] facts() {
        var found = new short[FACTS];
        int count = 0;
        for (int i = keptFrom() + BODY; i < body.length && count < FACTS; i++) {
            if (Codes.kind(body[i]) >= Codes.NAME && !Terms.contains(found, count, body[i])) {
                found[count++] = body[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The terms under which its story is found, those of the title and lead that come first. */
    int[] indexedTerms() {
        return termKeys(Math.min(TERMS, terms.length));
    }

    /** Those of them that the title says. */
    int[] titleTerms() {
        return IntStream.range(0, Math.min(TERMS, terms.length))
                .filter(i -> Terms.contains(title, title.length, terms[i]))
                .map(i -> termKey(terms[i]))
                .toArray();
    }

    /** The keys of the first terms. */
    int[] termKeys(int count) {
        int[] keys = new int[count];
        Arrays.setAll(keys, i -> termKey(terms[i]));
        return keys;
    }
}
