package org.tocsin.gateway.complete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Words;

/**
 * The actors of one lexicon by the beginning of any word of their names: {@code put} finds Vladimir
 * Putin. Sorted arrays rather than a tree: half the memory, and it is made anew with each lexicon.
 */
final class NameBook {

    /** Of a short beginning there are more than anybody looks at. */
    private static final int MOST_READ = 4_000;

    private record Line(String key, String name, Actor actor) {}

    /** An actor and the name by which it was found. */
    record Found(Actor actor, String name, boolean fromItsBeginning) {}

    private final Line[] lines;

    private NameBook(Line[] lines) {
        this.lines = lines;
    }

    static NameBook of(Lexicon lexicon) {
        var lines = new ArrayList<Line>();
        for (Actor actor : lexicon.actors()) {
            actor.names().forEach(name -> add(lines, name, actor));
            actor.aliases().forEach(name -> add(lines, name, actor));
        }
        Line[] sorted = lines.toArray(Line[]::new);
        Arrays.sort(sorted, Comparator.comparing(Line::key));
        return new NameBook(sorted);
    }

    private static void add(List<Line> lines, String name, Actor actor) {
        String folded = folded(name);
        for (int at = 0; at >= 0 && at < folded.length(); ) {
            // The rest of a folded name is a view of the same letters in no JVM: so from each word
            // only as much is kept as anybody types before looking at the list.
            lines.add(
                    new Line(
                            folded.substring(at, Math.min(folded.length(), at + 24)), name, actor));
            int space = folded.indexOf(' ', at);
            at = space < 0 ? -1 : space + 1;
        }
    }

    private static String folded(String name) {
        var words = Words.of(name);
        var folded = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            folded.append(i == 0 ? "" : " ").append(words.folded(i));
        }
        return folded.toString();
    }

    /** Whoever has a name in which a word begins so; each once, by the first name that does. */
    List<Found> beginning(String typed) {
        String asked = folded(typed);
        String key = asked.substring(0, Math.min(asked.length(), 24));
        Map<String, Found> found = new LinkedHashMap<>();
        for (int i = first(key), read = 0;
                i < lines.length && read < MOST_READ && lines[i].key().startsWith(key);
                i++, read++) {
            Line line = lines[i];
            boolean whole = folded(line.name()).startsWith(asked);
            Found better = new Found(line.actor(), line.name(), whole);
            found.merge(line.actor().id(), better, NameBook::better);
        }
        return List.copyOf(found.values());
    }

    /** A name that begins so comes before one in whose middle a word does; the label before all. */
    private static Found better(Found one, Found other) {
        boolean isLabel = other.name().equals(other.actor().name());
        return other.fromItsBeginning() && (!one.fromItsBeginning() || isLabel) ? other : one;
    }

    private int first(String key) {
        int low = 0;
        int high = lines.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines[middle].key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
