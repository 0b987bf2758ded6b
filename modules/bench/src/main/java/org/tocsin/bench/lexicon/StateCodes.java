package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** The ids of states by ISO 3166 code, of two letters in small or three in capitals. */
final class StateCodes {

    /** What Phoenix calls otherwise than the standard. */
    private static final Map<String, String> BESIDE =
            Map.of("KSV", "xk", "PAL", "ps", "GZA", "ps", "WBK", "ps", "BUD", "de", "ROM", "ro");

    private final Map<String, String> byCode = new HashMap<>();

    private StateCodes() {}

    static StateCodes of(Path states) throws IOException {
        var codes = new StateCodes();
        for (String row : Files.readAllLines(states)) {
            String[] cells = row.split("\t", -1);
            if (!row.startsWith("#") && !cells[0].equals("id") && cells.length > 4) {
                codes.add(cells[4], cells[0]);
            }
        }
        BESIDE.forEach((code, two) -> codes.byCode.put(code, codes.byCode.get(two)));
        return codes;
    }

    private void add(String two, String id) {
        byCode.put(two, id);
        try {
            var country = new Locale.Builder().setRegion(two.toUpperCase(Locale.ROOT)).build();
            byCode.put(country.getISO3Country(), id);
        } catch (MissingResourceException e) {
            // A code in use that the standard has not, such as Kosovo's.
            byCode.put(two.toUpperCase(Locale.ROOT), id);
        }
    }

    /** The id of the state; null where no state of the lexicon has that code. */
    String id(String code) {
        return byCode.get(code);
    }
}
