package org.tocsin.core.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.text.Words;

/** The offices of {@code offices.tsv}, by key and by what they are called. Safe to share. */
public final class Offices {

    /**
     * The offices that some words may mean, how many words these are, likeliest office first:
     * "chancellor" is that of Germany or, where nobody holds that, a minister's.
     */
    public record Hit(int words, List<Office> offices) {}

    private final Map<String, Office> byKey = new LinkedHashMap<>();
    private final Called latin = new Called();

    /** Made when first asked for: with all their cases these take longer than the rest. */
    private volatile Called others;

    /** Offices by the words that they are called by. */
    private static final class Called {

        private final Spellings spellings = new Spellings();
        private final Map<String, List<Office>> byWords = new HashMap<>();

        /** What some office's words begin with: no more of a text need be joined. */
        private final Set<String> openings = new HashSet<>();

        void add(Office office, Predicate<Script> wanted) {
            for (List<String> ofLanguage : office.words().values()) {
                for (String called : ofLanguage) {
                    if (spellings.scripts(called).stream().anyMatch(wanted)) {
                        spellings.of(called, NameKind.FULL).forEach(words -> add(words, office));
                    }
                }
            }
        }

        private void add(List<String> words, Office office) {
            for (int i = 1; i < words.size(); i++) {
                openings.add(String.join(" ", words.subList(0, i)));
            }
            List<Office> there =
                    byWords.computeIfAbsent(String.join(" ", words), w -> new ArrayList<>());
            if (!there.contains(office)) {
                there.add(office);
            }
        }
    }

    private Offices() {}

    private static final Offices SHIPPED = read();

    static Offices shipped() {
        return SHIPPED;
    }

    private static Offices read() {
        var offices = new Offices();
        try (InputStream in = Offices.class.getResourceAsStream("/lexicon/offices.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] columns = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (columns == null) {
                    columns = cells;
                } else {
                    offices.add(office(columns, cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return offices;
    }

    private static Office office(String[] columns, String[] cells) {
        var words = new LinkedHashMap<String, List<String>>();
        for (int i = 2; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                words.put(columns[i], List.of(cells[i].split("\\|")));
            }
        }
        return new Office(cells[0], cells[1].equals("many"), words);
    }

    private void add(Office office) {
        if (byKey.put(office.key(), office) != null) {
            throw new IllegalStateException("offices.tsv: twice " + office.key());
        }
        latin.add(office, script -> script == Script.LATIN);
    }

    public Optional<Office> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All offices, in the order of their file. */
    public Collection<Office> all() {
        return byKey.values();
    }

    /** The longest words for an office that start there, before {@code end}; null for none. */
    public Hit longest(Words words, int from, int end) {
        Called called = Script.of(words.firstLetter(from)) == Script.LATIN ? latin : others();
        Hit best = null;
        String joined = words.folded(from);
        for (int next = from + 1; next <= end; next++) {
            List<Office> offices = called.byWords.get(joined);
            if (offices != null) {
                best = new Hit(next - from, Collections.unmodifiableList(offices));
            }
            if (next == end || !called.openings.contains(joined)) {
                break;
            }
            joined = joined + " " + words.folded(next);
        }
        return best;
    }

    private Called others() {
        Called known = others;
        return known != null ? known : madeOthers();
    }

    private synchronized Called madeOthers() {
        if (others == null) {
            var made = new Called();
            all().forEach(office -> made.add(office, script -> script != Script.LATIN));
            others = made;
        }
        return others;
    }
}
