package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.tag.PhraseIndex.Entry;

/** Gathers phrases and what they stand for into a {@link PhraseIndex}. */
final class PhraseIndexBuilder<T> {

    /** The numbers of the words that open an entry. */
    private record Opened<T>(Entry<T> entry, List<Integer> words) {}

    private final Vocabulary vocabulary;
    private final List<Opened<T>> all = new ArrayList<>();

    PhraseIndexBuilder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Phrase phrase, T meaning) {
        var byForm = new EnumMap<Form, List<Integer>>(Form.class);
        phrase.first()
                .forEach(
                        (word, form) ->
                                byForm.computeIfAbsent(form, any -> new ArrayList<>())
                                        .add(vocabulary.add(word)));
        byForm.forEach(
                (form, words) -> all.add(new Opened<>(new Entry<>(phrase, form, meaning), words)));
    }

    PhraseIndex<T> build() {
        List<Opened<T>> ordered = closeFirst();
        var firsts = new WordClasses.Builder();
        for (int i = 0; i < ordered.size(); i++) {
            for (int word : ordered.get(i).words()) {
                firsts.add(word, i);
            }
        }
        List<Entry<T>> entries = ordered.stream().map(Opened::entry).toList();
        return index(entries, firsts.build());
    }

    /**
     * Those whose second word stands close before those whose second may stand further off: in this
     * order the phrases of a word are told.
     */
    private List<Opened<T>> closeFirst() {
        var close = new ArrayList<Opened<T>>();
        var far = new ArrayList<Opened<T>>();
        for (Opened<T> opened : all) {
            (opened.entry().reach() <= 1 ? close : far).add(opened);
        }
        close.addAll(far);
        return close;
    }

    private PhraseIndex<T> index(List<Entry<T>> entries, WordClasses firsts) {
        Map<WordSet, Integer> sets = new IdentityHashMap<>();
        WordClasses seconds = seconds(entries, sets);
        var classesOf = new HashMap<Integer, List<Integer>>();
        for (int second = 0; second < seconds.size(); second++) {
            for (int set : seconds.uses(second)) {
                classesOf.computeIfAbsent(set, any -> new ArrayList<>()).add(second);
            }
        }
        var pairs = new HashMap<Integer, List<PhrasesByPair.Far>>();
        for (int first = 0; first < firsts.size(); first++) {
            for (int number : firsts.uses(first)) {
                Entry<T> entry = entries.get(number);
                if (entry.reach() == 0) {
                    continue;
                }
                var far = new PhrasesByPair.Far(number, entry.reach() - 1);
                for (int second : classesOf.getOrDefault(sets.get(entry.second()), List.of())) {
                    int pair = PhrasesByPair.pair(first, second);
                    pairs.computeIfAbsent(pair, any -> new ArrayList<>()).add(far);
                }
            }
        }
        return new PhraseIndex<>(entries, firsts, seconds, new PhrasesByPair(pairs));
    }

    /** Numbers the sets of second words, and tells words by the sets that hold them. */
    private static <T> WordClasses seconds(List<Entry<T>> entries, Map<WordSet, Integer> sets) {
        var seconds = new WordClasses.Builder();
        for (Entry<T> entry : entries) {
            int set = sets.size();
            if (entry.reach() > 0 && sets.putIfAbsent(entry.second(), set) == null) {
                entry.second().forEach(word -> seconds.add(word, set));
            }
        }
        return seconds.build();
    }
}
