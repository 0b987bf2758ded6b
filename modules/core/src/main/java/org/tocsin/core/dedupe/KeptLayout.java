package org.tocsin.core.dedupe;

/**
 * Where each part of a kept article stands in its record, integers with the lower byte first:
 *
 * <pre>
 *  0 int   length of the record        26 short words
 *  4 long  handle                      28 int   title key
 * 12 6     at, milliseconds            32 bytes how many prints, title, body, lead and facts,
 * 18 6     seen, milliseconds                   which word the lead begins with, how many
 * 24 short flags                                other keys and terms among the keys
 * </pre>
 *
 * Then the limit (unless a flag says what it is), prints (4 each), codes of title, body, lead
 * (unless it stands in the body) and facts (2 each), a bit for each print that is a key, the place
 * of each term that is a key in title and body (1 each), other keys (4 each), and the names: id,
 * source, origin, story. A name that follows from what stands before it is only a flag.
 */
final class KeptLayout {

    static final int COPY = 1;
    static final int HEADLINE_ONLY = 1 << 1;

    /** All prints are kept: the limit is all ones. */
    static final int WHOLE = 1 << 2;

    /** The limit is the largest print. */
    static final int LIMITED = 1 << 3;

    static final int LEAD_IN_BODY = 1 << 4;

    /** The title's key is a key. */
    static final int TITLED = 1 << 5;

    /** The id is 16 bytes told in hexadecimal digits. */
    static final int HEX_ID = 1 << 6;

    /** The origin is the source. */
    static final int OWN_ORIGIN = 1 << 7;

    /** The story is the article's own: {@code s-} and its id. */
    static final int OWN_STORY = 1 << 8;

    /** The story is {@code s-} and 16 bytes told in hexadecimal digits. */
    static final int HEX_STORY = 1 << 9;

    static final int GIVEN_UP = 1 << 10;

    static final int HANDLE = 4;
    static final int AT = 12;
    static final int SEEN = 18;
    static final int FLAGS = 24;
    static final int WORDS = 26;
    static final int TITLE_KEY = 28;
    static final int PRINTS = 32;
    static final int TITLE = 33;
    static final int BODY = 34;
    static final int LEAD = 35;
    static final int FACTS = 36;
    static final int LEAD_FROM = 37;
    static final int OTHER_KEYS = 38;
    static final int TERMS = 39;
    static final int FIXED = 40;

    private KeptLayout() {}
}
