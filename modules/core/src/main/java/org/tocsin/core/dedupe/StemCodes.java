package org.tocsin.core.dedupe;

/** The codes of listed words by the hash of one of their forms, for forms that are not listed. */
final class StemCodes {

    private final HashFilter filter = new HashFilter();
    private final int[] hashes;
    private final int[] codes;

    StemCodes(WordTable table) {
        hashes = new int[Integer.highestOneBit(table.entries().size()) * 4];
        codes = new int[hashes.length];
        for (WordTable.Entry entry : table.entries()) {
            switch (entry.kind()) {
                case "stop", "date", "month", "number" -> {}
                default ->
                        put(entry.form().hashCode(), entry.asName() << 16 | entry.code() & 0xFFFF);
            }
        }
    }

    private void put(int hash, int code) {
        int slot = slot(hash);
        hashes[slot] = hash;
        codes[slot] = code;
        filter.add(hash);
    }

    /** The codes of the listed word, as a name in the upper half; 0 where there is none. */
    int find(int hash) {
        return filter.mayHold(hash) ? codes[slot(hash)] : 0;
    }

    private int slot(int hash) {
        int slot = Hash.mix(hash) & hashes.length - 1;
        while (codes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }
}
