package org.tocsin.core.watch.query;

import java.util.List;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;

/** Makes the {@link QueryNode}s of a rule's text. */
public final class QueryTree {

    /** Of a name that stands for a whole circle so many are named. */
    private static final int MOST_MEANT = 20;

    private final Map<Query, int[]> places;
    private final Lexicon lexicon;

    private QueryTree(Map<Query, int[]> places, Lexicon lexicon) {
        this.places = places;
        this.lexicon = lexicon;
    }

    /**
     * The tree of a rule that can be read, also where it names somebody unknown or contradicts
     * itself: an editor shows what is written before it makes sense.
     *
     * @throws BadQuery where it cannot be read
     */
    public static QueryNode of(String text, Lexicon lexicon) throws BadQuery {
        QueryParser.Placed placed = QueryParser.placed(text);
        var all = new int[] {0, text.length()};
        return new QueryTree(placed.places(), lexicon).node(placed.query(), all);
    }

    private QueryNode node(Query query, int[] around) {
        int[] place = places.getOrDefault(query, around);
        if (query instanceof Clause clause) {
            return clause(clause, place);
        }
        if (query instanceof Query.Not not) {
            return joined(QueryNode.Is.NOT, List.of(not.part()), null, place);
        }
        if (query instanceof Query.And and) {
            return joined(QueryNode.Is.AND, and.parts(), null, place);
        }
        return query instanceof Query.Or or
                ? joined(QueryNode.Is.OR, or.parts(), null, place)
                : joined(QueryNode.Is.THEN, ((Query.Then) query).parts(), null, place);
    }

    private QueryNode clause(Clause clause, int[] place) {
        if (clause instanceof NearClause near) {
            var both = List.<Query>of(near.left(), near.right());
            return joined(QueryNode.Is.NEAR, both, near.distance(), place);
        }
        if (clause instanceof TitleClause title) {
            // The field's name belongs to the clause, not to its words.
            var words = new int[] {place[0] + "title:".length(), place[1]};
            return new QueryNode(
                    QueryNode.Is.TITLE,
                    List.of(clause(title.words(), words)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    place[0],
                    place[1]);
        }
        if (clause instanceof EventClause event) {
            return event(event, place);
        }
        if (clause instanceof ActorClause actor) {
            return actor(actor.actor(), place);
        }
        return plain(clause, place);
    }

    private static QueryNode plain(Clause clause, int[] at) {
        if (clause instanceof WordClause word) {
            return leaf(QueryNode.Is.WORD, word.word(), null, at);
        }
        if (clause instanceof PrefixClause prefix) {
            return leaf(QueryNode.Is.PREFIX, prefix.prefix(), null, at);
        }
        if (clause instanceof PhraseClause phrase) {
            return leaf(QueryNode.Is.PHRASE, phrase.phrase(), null, at);
        }
        if (clause instanceof ProximityClause near) {
            return leaf(QueryNode.Is.PROXIMITY, near.phrase(), near.distance(), at);
        }
        if (clause instanceof TypeClause type) {
            return leaf(QueryNode.Is.TYPE, type.type().id(), null, at);
        }
        return clause instanceof SourceClause source
                ? leaf(QueryNode.Is.SOURCE, source.source(), null, at)
                : leaf(QueryNode.Is.LANG, ((LanguageClause) clause).code(), null, at);
    }

    private QueryNode joined(QueryNode.Is is, List<Query> parts, Integer distance, int[] at) {
        List<QueryNode> nodes = parts.stream().map(part -> node(part, at)).toList();
        return new QueryNode(is, nodes, null, distance, null, null, null, null, null, at[0], at[1]);
    }

    private static QueryNode leaf(QueryNode.Is is, String text, Integer distance, int[] at) {
        return new QueryNode(is, null, text, distance, null, null, null, null, null, at[0], at[1]);
    }

    private QueryNode actor(ActorName name, int[] at) {
        return new QueryNode(
                QueryNode.Is.ACTOR,
                null,
                name.written(),
                null,
                name.widened() ? true : null,
                null,
                null,
                null,
                meant(name.written()),
                at[0],
                at[1]);
    }

    /** All that bear the name, the one that is taken first: an editor shows who else there is. */
    private List<QueryNode.Meant> meant(String name) {
        return lexicon.named(name).stream().limit(MOST_MEANT).map(QueryTree::meant).toList();
    }

    private static QueryNode.Meant meant(Actor actor) {
        return new QueryNode.Meant(actor.id(), actor.name(), actor.type());
    }

    private static QueryNode event(EventClause event, int[] at) {
        return new QueryNode(
                QueryNode.Is.EVENT,
                null,
                event.topic().id(),
                null,
                null,
                names(event.actors()),
                names(event.targets()),
                event.modalities().stream().map(EventClause::id).toList(),
                null,
                at[0],
                at[1]);
    }

    private static List<QueryNode.Name> names(List<ActorName> actors) {
        return actors.stream()
                .map(actor -> new QueryNode.Name(actor.written(), actor.widened()))
                .toList();
    }
}
