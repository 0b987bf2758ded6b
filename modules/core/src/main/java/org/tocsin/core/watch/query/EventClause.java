package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.core.tag.Modality;

/**
 * {@code event:withdrawal[actor=Russia, modality=announced|occurred]}: an event of that topic, done
 * by one of {@code actors} to one of {@code targets} (empty lists ask for nobody), claimed in one
 * of {@code modalities} (empty means any but DENIED and HISTORICAL).
 */
public record EventClause(
        EventTopic topic,
        List<ActorName> actors,
        List<ActorName> targets,
        List<Modality> modalities)
        implements Clause {

    /** Actors by targets: more are believed to leave something over. */
    private static final int MOST_PAIRS = 2_500;

    private static final Set<Modality> UNASKED =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Modality.DENIED, Modality.HISTORICAL)));

    public EventClause {
        actors = List.copyOf(actors);
        targets = List.copyOf(targets);
        modalities = List.copyOf(modalities);
    }

    @Override
    public String print() {
        String brackets =
                Stream.of(
                                role("actor", actors),
                                role("target", targets),
                                named("modality", modalities.stream().map(EventClause::id)))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return "event:" + topic.id() + (brackets.isEmpty() ? "" : "[" + brackets + "]");
    }

    static String id(Modality modality) {
        return modality.name().toLowerCase(Locale.ROOT);
    }

    private static String role(String name, List<ActorName> actors) {
        return named(name, actors.stream().map(ActorName::print));
    }

    private static String named(String name, Stream<String> values) {
        String all = values.collect(Collectors.joining("|"));
        return all.isEmpty() ? "" : name + "=" + all;
    }

    @Override
    public String key() {
        return "event:"
                + topic.id()
                + ids(actors)
                + ids(targets)
                + accepted().stream().sorted().toList();
    }

    private static Set<String> ids(List<ActorName> actors) {
        return actors.stream()
                .flatMap(actor -> actor.ids().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The modalities that answer. */
    public Set<Modality> accepted() {
        return modalities.isEmpty() ? UNASKED : EnumSet.copyOf(modalities);
    }

    /** The events of the article that answer, in its order. */
    public List<EventTag> events(Reading reading) {
        return reading.events(topic.id()).stream().filter(this::accepts).toList();
    }

    private boolean accepts(EventTag event) {
        return accepted().contains(event.modality())
                && hasOne(actors, event.actor())
                && hasOne(targets, event.target());
    }

    /**
     * The events of the article by which this clause is denied: of its topic, claimed not to be,
     * and not plainly somebody else's.
     */
    public List<EventTag> denials(Reading reading) {
        if (accepted().contains(Modality.DENIED)) {
            return List.of();
        }
        return reading.events(topic.id()).stream()
                .filter(event -> event.modality() == Modality.DENIED)
                .filter(event -> event.actor().isEmpty() || hasOne(actors, event.actor()))
                .filter(event -> event.target().isEmpty() || hasOne(targets, event.target()))
                .toList();
    }

    private static boolean hasOne(List<ActorName> asked, Collection<String> said) {
        return asked.isEmpty() || asked.stream().anyMatch(actor -> actor.isAmong(said));
    }

    @Override
    public List<Hit> hits(Reading reading) {
        var hits = new ArrayList<Hit>();
        for (EventTag event : events(reading)) {
            hits.add(new Hit(event.field(), event.start(), event.end(), event.topic()));
        }
        hits.sort(ActorClause.READING_ORDER);
        return hits;
    }

    @Override
    public List<Need> needs() {
        List<Term> claims =
                accepted().stream().map(modality -> claim(topic.id(), modality)).toList();
        return List.of(Need.of(claims, 80));
    }

    /** Claims are as good as the event itself where nobody asks who did it to whom. */
    @Override
    public boolean isItsNeed() {
        return actors.isEmpty() && targets.isEmpty();
    }

    @Override
    public Set<Term> triggers() {
        return Set.of(new Term(Term.Kind.TOPIC, topic.id()));
    }

    /** What an event of that topic is to an index. */
    public static Term claim(String topic, Modality modality) {
        return new Term(Term.Kind.CLAIM, topic + ":" + modality);
    }

    @Override
    public boolean implies(Clause other) {
        return other instanceof EventClause wider
                && wider.topic == topic
                && wider.accepted().containsAll(accepted())
                && covers(wider.actors, actors)
                && covers(wider.targets, targets);
    }

    /** Whether an event that answers has somebody in a role who answers the other. */
    boolean names(Clause other) {
        return Stream.of(actors, targets)
                .filter(role -> !role.isEmpty())
                .anyMatch(role -> areNamed(role, other));
    }

    private static boolean areNamed(List<ActorName> role, Clause other) {
        return (other instanceof ActorClause clause && clause.actor().ids().containsAll(ids(role)))
                || (other instanceof TypeClause type
                        && role.stream().allMatch(one -> one.types().equals(Set.of(type.type()))));
    }

    /**
     * Whether an event may answer it that answers none of the others: one of some modality, done by
     * one actor to another. Nobody does anything to himself: the tagger gives an actor one role.
     */
    boolean isPossibleBeside(List<Clause> others) {
        List<EventClause> events =
                others.stream()
                        .filter(other -> other instanceof EventClause event && event.topic == topic)
                        .map(EventClause.class::cast)
                        .toList();
        List<String> doers = anyOf(actors);
        List<String> doneTo = anyOf(targets);
        if ((long) doers.size() * doneTo.size() > MOST_PAIRS) {
            return true;
        }
        for (Modality modality : accepted()) {
            for (String doer : doers) {
                for (String target : doneTo) {
                    boolean isOne = !doer.isEmpty() && doer.equals(target);
                    if (!isOne && events.stream().noneMatch(e -> e.takes(modality, doer, target))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The empty id stands for somebody of whom nothing is asked. */
    private static List<String> anyOf(List<ActorName> role) {
        return role.isEmpty() ? List.of("") : List.copyOf(ids(role));
    }

    private boolean takes(Modality modality, String doer, String target) {
        return accepted().contains(modality)
                && (actors.isEmpty() || hasOne(actors, List.of(doer)))
                && (targets.isEmpty() || hasOne(targets, List.of(target)));
    }

    private static boolean covers(List<ActorName> wider, List<ActorName> narrower) {
        return wider.isEmpty() || (!narrower.isEmpty() && ids(wider).containsAll(ids(narrower)));
    }
}
