package org.tocsin.core.dedupe;

/**
 * 64 bits of all that an item says, by which it is known again when it comes again: of its folded
 * words, so that case, marks and blanks do not count.
 *
 * <p>States kept on disk hold it with its {@link #VERSION}. Of two that differ in that it is not
 * known whether they tell the same, see {@link Wordings}.
 */
final class ContentHash {

    /** To be raised when the hash of any text becomes another. None told it at first: that is 0. */
    static final int VERSION = 1;

    private ContentHash() {}

    static long of(Tokens title, Tokens text) {
        if (title.size() + text.size() == 0) {
            return Hash.wide(title.text().strip(), text.text().strip());
        }
        return Hash.wide(title.wideHash(), text.wideHash());
    }
}
