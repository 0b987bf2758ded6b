package org.tocsin.gateway.complete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.core.watch.query.Caret;
import org.tocsin.core.watch.query.QueryNode;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.complete.Completion.Kind;
import org.tocsin.gateway.log.Position;

/** Finds what may stand at the caret. Safe for many threads. */
public final class Completer {

    private static final int MOST = 12;

    private final Boards boards;
    private Lexicon bookOf;
    private NameBook book;
    private Talk talk;
    private Position talkReached;

    public Completer(Boards boards) {
        this.boards = boards;
    }

    /**
     * What was asked for and what fits, the likeliest first; {@code from} and {@code to} are the
     * place.
     */
    public record Completions(Caret.Wants wants, int from, int to, List<Completion> completions) {}

    public Completions at(String text, int offset) {
        Caret caret = Caret.at(text, offset);
        boolean quoted =
                caret.from() < caret.to() && "\"“„".indexOf(text.charAt(caret.from())) >= 0;
        List<Completion> fitting =
                switch (caret.wants()) {
                    case CLAUSE -> quoted ? List.of() : clauses(caret.typed());
                    case OPERATOR -> Grammar.operators(caret.typed());
                    case ACTOR -> actors(caret.typed(), "");
                    case TYPE -> Grammar.types(caret.typed());
                    case TOPIC -> topics(caret.typed(), "");
                    case ROLE -> Grammar.words(caret.typed(), "actor=", "target=", "modality=");
                    case MODALITY -> Grammar.modalities(caret.typed());
                    case SOURCE -> sources(caret.typed());
                    case LANGUAGE -> languages(caret.typed());
                    case WORDS -> List.of();
                };
        return new Completions(
                caret.wants(), caret.from(), caret.to(), fitting.stream().limit(MOST).toList());
    }

    /** Fields, and whoever and whatever has that name: few know at first that a field is needed. */
    private List<Completion> clauses(String typed) {
        List<Completion> fields = Grammar.fields(typed);
        if (typed.isEmpty()) {
            return fields;
        }
        var named = new ArrayList<>(topics(typed, "event:"));
        named.addAll(actors(typed, "actor:"));
        var all = new ArrayList<>(fields);
        all.addAll(named);
        all.addAll(Grammar.words(typed, "NOT"));
        return all;
    }

    private List<Completion> actors(String typed, String field) {
        Talk now = talk();
        return book(boards.lexicon().now()).beginning(typed).stream()
                .sorted(
                        Comparator.comparing((NameBook.Found found) -> !found.fromItsBeginning())
                                .thenComparing(found -> -tellings(now.actors(), found.actor().id()))
                                .thenComparing(found -> found.actor().name().length())
                                .thenComparing(found -> found.actor().id()))
                .limit(MOST)
                .map(found -> actor(found, field, tellings(now.actors(), found.actor().id())))
                .toList();
    }

    /** By its label where that finds it again; of several that share a label, by its id. */
    private Completion actor(NameBook.Found found, String field, int tellings) {
        Actor actor = found.actor();
        List<Actor> borne = boards.lexicon().now().named(actor.name());
        boolean first = !borne.isEmpty() && borne.get(0).id().equals(actor.id());
        var name = new QueryNode.Name(first ? actor.name() : actor.id(), false);
        String by = found.name().equals(actor.name()) ? "" : ", " + found.name();
        String of = actor.country() == null ? "" : " of " + actor.country();
        return new Completion(
                Kind.ACTOR,
                field + name.print(),
                actor.name(),
                actor.type().id() + of + by,
                tellings);
    }

    private List<Completion> topics(String typed, String field) {
        Talk now = talk();
        return EventTopic.ids().stream()
                .filter(topic -> Grammar.fits(topic, typed))
                .map(
                        topic ->
                                new Completion(
                                        Kind.TOPIC,
                                        field + topic,
                                        topic,
                                        "event",
                                        tellings(now.topics(), topic)))
                .sorted(byTellings())
                .toList();
    }

    private List<Completion> sources(String typed) {
        Talk now = talk();
        var sources = new TreeSet<>(now.sources().keySet());
        boards.feeds().values().stream()
                .map(feed -> feed.source())
                .filter(source -> source != null)
                .forEach(sources::add);
        return sources.stream()
                .filter(source -> Grammar.fits(source, typed))
                .map(
                        source ->
                                new Completion(
                                        Kind.SOURCE,
                                        new QueryNode.Name(source, false).print(),
                                        source,
                                        null,
                                        tellings(now.sources(), source)))
                .sorted(byTellings())
                .toList();
    }

    private List<Completion> languages(String typed) {
        Talk now = talk();
        return Arrays.stream(Locale.getISOLanguages())
                .map(code -> language(code, tellings(now.languages(), code)))
                .filter(it -> Grammar.fits(it.insert(), typed) || Grammar.fits(it.label(), typed))
                .sorted(byTellings())
                .toList();
    }

    private static Completion language(String code, int tellings) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return new Completion(Kind.LANGUAGE, code, name, code, tellings);
    }

    private static Comparator<Completion> byTellings() {
        return Comparator.comparing(Completion::tellings)
                .reversed()
                .thenComparing(Completion::label);
    }

    private static int tellings(Map<String, Integer> counts, String what) {
        return counts.getOrDefault(what, 0);
    }

    private synchronized NameBook book(Lexicon lexicon) {
        if (bookOf != lexicon) {
            book = NameBook.of(lexicon);
            bookOf = lexicon;
        }
        return book;
    }

    private synchronized Talk talk() {
        Position reached = boards.stories().tellings().reached();
        if (!reached.equals(talkReached)) {
            talk = Talk.of(boards.stories().tellings().values());
            talkReached = reached;
        }
        return talk;
    }
}
