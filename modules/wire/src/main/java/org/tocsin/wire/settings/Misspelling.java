package org.tocsin.wire.settings;

/** Tells a slip of the keyboard from another word. */
final class Misspelling {

    private static final int SLIPS = 2;

    private Misspelling() {}

    /** Whether one becomes the other by at most two letters added, left out or exchanged. */
    static boolean of(String word, String written) {
        if (Math.abs(word.length() - written.length()) > SLIPS) {
            return false;
        }
        int[] row = new int[written.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = word.charAt(i - 1) == written.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(diagonal + change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[written.length()] <= SLIPS;
    }
}
