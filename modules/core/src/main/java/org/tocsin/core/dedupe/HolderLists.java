package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Lists of the latest holders of a key, in pages of numbers: a list takes room for 2, 6, 14, 30 or
 * 48 holders and moves when it outgrows that. Before them stand how many hold the key in all, and
 * how many are listed.
 */
final class HolderLists {

    private static final int[] ROOMS = {2, 6, 14, 30, Archive.HOLDERS_KEPT};
    private static final int HEAD = 2;
    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;

    private int[][] pages = new int[16][];
    private int pageCount;
    private int used = PAGE;

    /** By room: the first list that was given up, which holds the next; -1 for none. */
    private final int[] free = new int[ROOMS.length];

    HolderLists() {
        Arrays.fill(free, -1);
    }

    int of(int first, int second) {
        int list = allocate(0);
        int[] page = pages[list >>> PAGE_BITS];
        int at = list & PAGE - 1;
        page[at] = 2;
        page[at + 1] = 2;
        page[at + HEAD] = first;
        page[at + HEAD + 1] = second;
        return list;
    }

    int count(int list) {
        return pages[list >>> PAGE_BITS][list & PAGE - 1];
    }

    /** How many are listed. */
    int size(int list) {
        return pages[list >>> PAGE_BITS][(list & PAGE - 1) + 1] & 0xFF;
    }

    private int room(int list) {
        return pages[list >>> PAGE_BITS][(list & PAGE - 1) + 1] >>> 8;
    }

    int get(int list, int number) {
        return pages[list >>> PAGE_BITS][(list & PAGE - 1) + HEAD + number];
    }

    /** The list with one more at its end, without the oldest where there are too many. */
    int with(int list, int holder) {
        int size = size(list);
        int roomy = size == ROOMS[room(list)] && size < Archive.HOLDERS_KEPT ? move(list) : list;
        int[] page = pages[roomy >>> PAGE_BITS];
        int at = roomy & PAGE - 1;
        if (size == Archive.HOLDERS_KEPT) {
            System.arraycopy(page, at + HEAD + 1, page, at + HEAD, size - 1);
            page[at + HEAD + size - 1] = holder;
        } else {
            page[at + HEAD + size] = holder;
            page[at + 1]++;
        }
        page[at]++;
        return roomy;
    }

    private int move(int list) {
        int room = room(list);
        int roomier = allocate(room + 1);
        int[] to = pages[roomier >>> PAGE_BITS];
        int at = roomier & PAGE - 1;
        System.arraycopy(pages[list >>> PAGE_BITS], list & PAGE - 1, to, at, HEAD + ROOMS[room]);
        to[at + 1] = room + 1 << 8 | ROOMS[room];
        free(list);
        return roomier;
    }

    /** Takes the holder off the list if it is there, and counts it off. */
    void remove(int list, int holder) {
        int[] page = pages[list >>> PAGE_BITS];
        int at = list & PAGE - 1;
        int size = size(list);
        for (int i = 0; i < size; i++) {
            if (page[at + HEAD + i] == holder) {
                System.arraycopy(page, at + HEAD + i + 1, page, at + HEAD + i, size - 1 - i);
                page[at + 1]--;
                size--;
                break;
            }
        }
        page[at] = Math.max(page[at] - 1, size);
    }

    void free(int list) {
        int room = room(list);
        pages[list >>> PAGE_BITS][list & PAGE - 1] = free[room];
        free[room] = list;
    }

    private int allocate(int room) {
        int list = free[room];
        if (list >= 0) {
            free[room] = pages[list >>> PAGE_BITS][list & PAGE - 1];
        } else {
            if (used + HEAD + ROOMS[room] > PAGE) {
                openPage();
            }
            list = pageCount - 1 << PAGE_BITS | used;
            used += HEAD + ROOMS[room];
        }
        pages[list >>> PAGE_BITS][(list & PAGE - 1) + 1] = room << 8;
        return list;
    }

    private void openPage() {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, pageCount * 2);
        }
        pages[pageCount++] = new int[PAGE];
        used = 0;
    }
}
