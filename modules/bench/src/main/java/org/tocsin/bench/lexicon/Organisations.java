package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.PhoenixText;
import org.tocsin.core.tag.ActorType;

/** What Phoenix lists of one kind of organisation, as far as the names are theirs alone. */
final class Organisations {

    /**
     * International bodies, and of the other organisations those for human rights, relief, refugees
     * and health. Companies are left out: thousands, and hardly one at war.
     */
    private static final String BODIES = "IGO.*|NGO([A-Z]{3})?(HRI|HLH|REF|DEV|HLHIRC)";

    private final ActorType type;
    private final Predicate<PhoenixText.Entry> wanted;
    private final int stateAt;
    private final Predicate<String> called;
    private final WordFile generic;
    private final WordFile kind;

    private Organisations(
            ActorType type,
            Predicate<PhoenixText.Entry> wanted,
            int stateAt,
            Predicate<String> called,
            String words)
            throws IOException {
        this.type = type;
        this.wanted = wanted;
        this.stateAt = stateAt;
        this.called = called;
        generic = new WordFile(words + "-generic");
        kind = new WordFile(words + "-kind");
    }

    /** Armed groups. */
    static Organisations groups() throws IOException {
        return new Organisations(ActorType.ARMED_GROUP, entry -> true, 0, name -> true, "group");
    }

    /** International bodies that have been so all the time. */
    static Organisations bodies() throws IOException {
        var people = new WordFile("body-people");
        return new Organisations(
                ActorType.ORGANISATION,
                Organisations::isAlwaysABody,
                3,
                name -> !people.holdsOneOf(name),
                "body");
    }

    private static boolean isAlwaysABody(PhoenixText.Entry entry) {
        return !entry.codes().isEmpty()
                && entry.codes().stream().allMatch(c -> c.from() == null && c.to() == null)
                && entry.codes().get(0).code().matches(BODIES);
    }

    void read(List<PhoenixText.Entry> entries, StateCodes states, Shelf shelf) {
        for (PhoenixText.Entry entry : entries) {
            List<String> names = wanted.test(entry) ? names(entry.names()) : List.of();
            if (names.isEmpty()) {
                continue;
            }
            var found = new Shelf.Found(type, names, null, state(entry, states), "");
            Actor known = shelf.known(entry.names(), type);
            if (known != null) {
                boolean group = type == ActorType.ARMED_GROUP;
                shelf.addTo(known, group ? found.with(alike(known, names)) : found);
            } else if (shelf.byHand.named(names.get(0)).isEmpty()) {
                shelf.add(found);
            }
        }
    }

    private String state(PhoenixText.Entry entry, StateCodes states) {
        String code = entry.codes().isEmpty() ? "" : entry.codes().get(0).code();
        return code.length() < stateAt + 3 ? null : states.id(code.substring(stateAt, stateAt + 3));
    }

    /**
     * Those that share a word with what the group is called: its sources call fronts by its name.
     */
    private List<String> alike(Actor known, List<String> names) {
        var own = new HashSet<String>();
        for (String name : known.names()) {
            for (String word : name.toLowerCase(Locale.ROOT).split("[ -]+")) {
                if (word.length() > 3 && !generic.holds(word) && !kind.holds(word)) {
                    own.add(word);
                }
            }
        }
        return names.stream()
                .filter(
                        name ->
                                List.of(name.toLowerCase(Locale.ROOT).split("[ -]+")).stream()
                                        .anyMatch(own::contains))
                .toList();
    }

    /** Names of two words and more that tell the kind and hold a word of their own. */
    private List<String> names(List<String> all) {
        var names = new ArrayList<String>();
        for (String name : all) {
            String[] words = name.toLowerCase(Locale.ROOT).split("[ '-]+");
            boolean own =
                    List.of(words).stream().anyMatch(w -> w.length() > 2 && !generic.holds(w));
            if (own
                    && words.length > 1
                    && name.length() > 8
                    && name.length() < 80
                    && !name.matches(".*([()]| - ).*")) {
                String bare = name.replaceFirst("^The ", "");
                if (kind.holdsOneOf(bare) && called.test(bare)) {
                    names.add(bare);
                }
            }
        }
        return names;
    }
}
