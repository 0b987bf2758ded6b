package org.tocsin.core.watch.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A row of things by number, null where there is none. It never changes: a change copies the pages
 * that it falls on.
 */
final class Paged<T> {

    private static final int BITS = 7;
    private static final int SIZE = 1 << BITS;

    private final Object[][] pages;

    private Paged(Object[][] pages) {
        this.pages = pages;
    }

    static <T> Paged<T> empty() {
        return new Paged<>(new Object[0][]);
    }

    T get(int at) {
        return get(pages, at);
    }

    // Only set puts anything in, and it takes a T.
    @SuppressWarnings("unchecked")
    private static <T> T get(Object[][] pages, int at) {
        int page = at >>> BITS;
        return page >= pages.length || pages[page] == null ? null : (T) pages[page][at & SIZE - 1];
    }

    Edit<T> edit() {
        return new Edit<>(pages.clone());
    }

    /** The next state of a row while it is made. */
    static final class Edit<T> {

        private final BitSet own = new BitSet();
        private Object[][] pages;

        private Edit(Object[][] pages) {
            this.pages = pages;
        }

        T get(int at) {
            return Paged.get(pages, at);
        }

        void set(int at, T thing) {
            int page = at >>> BITS;
            if (page >= pages.length) {
                pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 5 / 4));
            }
            if (!own.get(page)) {
                own.set(page);
                pages[page] = pages[page] == null ? new Object[SIZE] : pages[page].clone();
            }
            pages[page][at & SIZE - 1] = thing;
        }

        Paged<T> done() {
            own.clear();
            return new Paged<>(pages);
        }
    }
}
