package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.CommonWords;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.EventTopic;

/**
 * What makes sense in a rule and may yet not be what was meant: a name that more than one actor
 * has, a word where an actor or an event would find more, a part that changes nothing. Nothing of
 * it keeps a rule from being saved.
 */
public final class Remarks {

    /** Names of others that are shown. */
    private static final int SHOWN = 3;

    private static final int SHORT = 3;

    /** Words that mean nothing by themselves; read once, as any lexicon is. */
    private static final CommonWords COMMON = CommonWords.shipped();

    private final String text;
    private final Lexicon lexicon;
    private final Map<Query, Integer> starts;
    private final List<Remark> remarks = new ArrayList<>();

    /** {@code offset} counts UTF-16 units within the rule's text; {@code message} is for people. */
    public record Remark(int offset, String message) {}

    private Remarks(String text, Lexicon lexicon, Map<Query, Integer> starts) {
        this.text = text;
        this.lexicon = lexicon;
        this.starts = starts;
    }

    /**
     * In the order of the text.
     *
     * @throws BadQuery for a rule that is refused
     */
    public static List<Remark> on(String text, Lexicon lexicon, Reach reach) throws BadQuery {
        var starts = new IdentityHashMap<Query, Integer>();
        Query query = QueryParser.parse(text, lexicon, reach, starts);
        var remarks = new Remarks(text, lexicon, starts);
        for (Redundancy.Idle idle : Redundancy.in(query, new Sense(starts, reach))) {
            remarks.add(idle.part(), idle.why());
        }
        var asksForContent = new boolean[1];
        query.eachClause(
                true,
                (clause, positive) -> {
                    asksForContent[0] |= positive && !isAboutTeller(clause);
                    remarks.look(clause, clause);
                });
        if (!asksForContent[0]) {
            remarks.remarks.add(
                    new Remark(0, "it asks who tells it and in what language, but not for what"));
        }
        remarks.remarks.sort(Comparator.comparingInt(Remark::offset));
        return remarks.remarks.stream().distinct().toList();
    }

    /** The source that tells whatever answers in one article; empty where several may. */
    public static Optional<String> onlySource(Query query) {
        var sources = new ArrayList<SourceClause>();
        query.eachClause(
                true,
                (clause, positive) -> {
                    if (positive && clause instanceof SourceClause source) {
                        sources.add(source);
                    }
                });
        var sense = new Sense(Map.of(), Reach.ARTICLE);
        return sources.stream()
                .filter(one -> !sense.isPossible(new Query.And(List.of(query, new Query.Not(one)))))
                .map(SourceClause::source)
                .findFirst();
    }

    private static boolean isAboutTeller(Clause clause) {
        return clause instanceof SourceClause || clause instanceof LanguageClause;
    }

    private void add(Query at, String message) {
        remarks.add(new Remark(starts.getOrDefault(at, 0), message));
    }

    /** {@code at} is the clause that stands in the text, of which the other may be a part. */
    private void look(Clause clause, Clause at) {
        if (clause instanceof ActorClause asked) {
            lookAtName(asked.actor(), at);
        } else if (clause instanceof EventClause event) {
            Stream.concat(event.actors().stream(), event.targets().stream())
                    .forEach(name -> lookAtName(name, at));
        } else if (clause instanceof TitleClause title) {
            look(title.words(), at);
        } else if (clause instanceof NearClause near) {
            look(near.left(), at);
            look(near.right(), at);
        } else if (clause instanceof WordClause word) {
            lookAtWords(word.word(), at);
        } else if (clause instanceof PhraseClause phrase) {
            lookAtWords(phrase.phrase(), at);
        } else if (clause instanceof PrefixClause prefix && prefix.prefix().length() < SHORT) {
            add(at, prefix.print() + " begins very many words; write more of it");
        }
    }

    private void lookAtName(ActorName name, Clause at) {
        List<Actor> all = lexicon.named(name.written());
        if (all.size() < 2 || all.get(0).id().equals(name.written())) {
            return;
        }
        String others =
                all.stream()
                        .skip(1)
                        .limit(SHOWN)
                        .map(actor -> shown(actor) + ", which is " + actor.id())
                        .collect(Collectors.joining("; "));
        int from = starts.getOrDefault(at, 0);
        int there = text.indexOf(name.written(), from);
        remarks.add(
                new Remark(
                        Math.max(there, from),
                        "'%s' is taken for %s; it is also a name of %s"
                                .formatted(name.written(), shown(all.get(0)), others)));
    }

    private static String shown(Actor actor) {
        return actor.name() + " (" + actor.type().id() + ")";
    }

    private void lookAtWords(String words, Clause at) {
        String folded = words.strip().toLowerCase(Locale.ROOT);
        if (COMMON.contains(folded)) {
            add(at, "'" + words + "' is in most articles of its language");
            return;
        }
        if (EventTopic.byId(folded.replace(' ', '-')).isPresent()) {
            add(
                    at,
                    "'%s' is looked for as a word; event:%s finds whatever words tell of it"
                            .formatted(words, folded.replace(' ', '-')));
            return;
        }
        lexicon.named(words).stream()
                .findFirst()
                .ifPresent(
                        actor ->
                                add(
                                        at,
                                        "'%s' is looked for as a word; actor:%s finds %s by other names as well"
                                                .formatted(
                                                        words,
                                                        Quoting.name(actor.name()),
                                                        shown(actor))));
    }
}
