package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.core.tag.Modality;

/** Reads what stands behind {@code event:}. */
final class EventParser {

    private static final List<String> KEYS = List.of("actor", "target", "modality");
    private static final List<String> MODALITIES =
            Arrays.stream(Modality.values()).map(EventClause::id).toList();

    private final Tokens tokens;
    private final ActorParser names;
    private final Faults faults;

    EventParser(Tokens tokens, ActorParser names, Faults faults) {
        this.tokens = tokens;
        this.names = names;
        this.faults = faults;
    }

    EventClause event() throws BadQuery {
        int start = tokens.peek().start();
        EventTopic topic = topic(tokens.take());
        var actors = new ArrayList<ActorName>();
        var targets = new ArrayList<ActorName>();
        var modalities = new TreeSet<Modality>();
        if (tokens.takeIf("[")) {
            Set<String> seen = new LinkedHashSet<>();
            do {
                switch (key(seen)) {
                    case "actor" -> readActors(actors);
                    case "target" -> readActors(targets);
                    default -> readModalities(modalities);
                }
            } while (tokens.takeIf(","));
            Token closing = tokens.peek();
            if (!tokens.takeIf("]")) {
                throw new BadQuery(
                        closing.start(), "expected ',', '|' or ']', found " + closing.shown());
            }
        }
        var event = new EventClause(topic, actors, targets, List.copyOf(modalities));
        boolean known =
                Stream.of(actors, targets)
                        .flatMap(List::stream)
                        .noneMatch(name -> name.ids().isEmpty());
        if (known && !event.isPossibleBeside(List.of())) {
            faults.note(
                    new BadQuery(start, "no event has one actor in both roles; it can never hold"));
        }
        return event;
    }

    private EventTopic topic(Token name) throws BadQuery {
        EventTopic topic = EventTopic.byId(name.text().toLowerCase(Locale.ROOT)).orElse(null);
        if (topic == null) {
            faults.note(
                    new BadQuery(
                            name.start(),
                            "there is no topic '"
                                    + name.text()
                                    + "'"
                                    + OtherWords.hint(name.text())));
        }
        return topic == null ? EventTopic.values()[0] : topic;
    }

    private String key(Set<String> seen) throws BadQuery {
        Token key = tokens.take();
        if (key.kind() != Token.Kind.WORD || !KEYS.contains(key.text())) {
            throw new BadQuery(
                    key.start(),
                    "expected actor=, target= or modality=, found "
                            + key.shown()
                            + (key.kind() == Token.Kind.WORD
                                    ? Nearest.hint(key.text(), KEYS)
                                    : ""));
        }
        if (!seen.add(key.text())) {
            throw new BadQuery(
                    key.start(), "'" + key.text() + "' stands here twice; join values with '|'");
        }
        Token equals = tokens.peek();
        if (!tokens.takeIf("=")) {
            throw new BadQuery(
                    equals.start(),
                    "expected '=' behind '" + key.text() + "', found " + equals.shown());
        }
        return key.text();
    }

    private void readActors(List<ActorName> actors) throws BadQuery {
        do {
            actors.add(names.actor());
        } while (tokens.takeIf("|"));
    }

    private void readModalities(Set<Modality> modalities) throws BadQuery {
        do {
            Token name = tokens.take();
            int at = MODALITIES.indexOf(name.text().toLowerCase(Locale.ROOT));
            if (at >= 0) {
                modalities.add(Modality.values()[at]);
                continue;
            }
            var fault =
                    new BadQuery(
                            name.start(),
                            "there is no modality "
                                    + name.shown()
                                    + Nearest.hint(name.text(), MODALITIES));
            if (name.kind() != Token.Kind.WORD && name.kind() != Token.Kind.QUOTED) {
                throw fault;
            }
            faults.note(fault);
        } while (tokens.takeIf("|"));
    }
}
