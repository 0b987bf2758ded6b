package org.tocsin.core.watch.index;

import java.util.Arrays;

/**
 * Rows of entries on their way to the next. Entries that need the same term next are one entry of
 * their row, a group, with a row of its own: one look at an article tells of all of them.
 *
 * <p>An entry is of {@link #SIZE} numbers: its head, and the next three terms that it needs, or
 * {@link Marks#NOTHING}. Below a head's flags is the number of a question; the place of its rule if
 * it is {@link #SOLE}; or the number of a group, of which only the first term is said.
 */
final class Entries {

    static final int SIZE = 4;

    /** How far the number in a head is above its flags. */
    static final int FLAGS = 2;

    static final int KIND = (1 << FLAGS) - 1;

    /** The article answers where it has all of the terms: nothing else is asked. */
    static final int WHOLE = 1;

    /** So it does, and one rule alone asks, as nearly always. */
    static final int SOLE = 3;

    static final int GROUP = 2;

    final Paged.Edit<IntRow> groups;
    int groupCount;

    Entries(Paged.Edit<IntRow> groups, int groupCount) {
        this.groups = groups;
        this.groupCount = groupCount;
    }

    /**
     * @param terms as many as an entry holds
     */
    IntRow with(IntRow row, int head, int... terms) {
        int at = find(row, terms[0]);
        if (at < 0) {
            return row.with(head, terms[0], terms[1], terms[2]);
        }
        int[] data = row.data;
        if (isGroup(data[at])) {
            int group = data[at] >> FLAGS;
            groups.set(group, with(groups.get(group), head, next(terms)));
            return row;
        }
        int group = groupCount++;
        IntRow first = with(IntRow.EMPTY, data[at], data[at + 2], data[at + 3], Marks.NOTHING);
        groups.set(group, with(first, head, next(terms)));
        return row.replacing(
                at, group << FLAGS | GROUP, data[at + 1], Marks.NOTHING, Marks.NOTHING);
    }

    IntRow without(IntRow row, int head, int... terms) {
        int at = find(row, terms[0]);
        if (at < 0 || !isGroup(row.data[at])) {
            return row.without(row.entry(head, SIZE), SIZE);
        }
        int group = row.data[at] >> FLAGS;
        IntRow left = without(groups.get(group), head, next(terms));
        groups.set(group, left.size == 0 ? null : left);
        return left.size == 0 ? row.without(at, SIZE) : row;
    }

    IntRow replacing(IntRow row, int head, int newHead, int... terms) {
        int at = find(row, terms[0]);
        if (at < 0 || !isGroup(row.data[at])) {
            return row.replacing(row.entry(head, SIZE), newHead);
        }
        int group = row.data[at] >> FLAGS;
        groups.set(group, replacing(groups.get(group), head, newHead, next(terms)));
        return row;
    }

    static boolean isGroup(int head) {
        return (head & KIND) == GROUP;
    }

    /** Where an entry of the row begins that needs that term next; -1 where none does. */
    private static int find(IntRow row, int term) {
        if (term == Marks.NOTHING) {
            return -1;
        }
        int[] data = row.data;
        for (int at = 0; at < row.size; at += SIZE) {
            if (data[at + 1] == term) {
                return at;
            }
        }
        return -1;
    }

    private static int[] next(int[] terms) {
        int[] next = Arrays.copyOfRange(terms, 1, SIZE);
        next[SIZE - 2] = Marks.NOTHING;
        return next;
    }
}
