package org.tocsin.ingestor.clean;

import org.tocsin.core.text.Words;

/** The invitation to read on that stands behind a text's last sentence, on the same line. */
final class Tail {

    private static final int LONGEST = 6;

    private Tail() {}

    /** The line without an invitation that follows a finished or broken-off sentence. */
    static String without(String line) {
        int from = line.length();
        Words words = Words.of(line.substring(Math.max(0, from - 80)));
        int offset = Math.max(0, from - 80);
        for (int count = 1; count <= Math.min(LONGEST, words.size() - 1); count++) {
            int start = offset + words.start(words.size() - count);
            String before = line.substring(0, start).replaceFirst("[\\s>→|(\\[-]{1,10}$", "");
            boolean fits =
                    FurnitureWords.INVITATIONS.contains(FurnitureWords.key(line.substring(start)));
            if (fits && (Lines.endsASentence(before) || before.endsWith("..."))) {
                return before;
            }
        }
        return line;
    }
}
