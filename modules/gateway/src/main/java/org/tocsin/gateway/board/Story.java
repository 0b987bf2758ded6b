package org.tocsin.gateway.board;

import java.time.Instant;
import java.util.List;
import org.tocsin.core.tag.TaggedTelling;

/**
 * A story as a list shows it: its tellings without their texts, the last first. {@code origins} is
 * the count that the last telling knew.
 */
public record Story(String id, int origins, Instant latest, List<Line> tellings) {

    /** A telling on one line; {@code actors} are English labels, {@code events} topic ids. */
    public record Line(
            String id,
            String story,
            String verdict,
            String of,
            double similarity,
            int origins,
            String origin,
            boolean backlog,
            String title,
            String source,
            String url,
            String language,
            Instant published,
            Instant fetched,
            List<String> actors,
            List<String> events) {

        public static Line of(TaggedTelling tagged) {
            var telling = tagged.telling();
            var article = telling.article();
            var verdict = telling.verdict();
            return new Line(
                    article.id(),
                    verdict.story(),
                    verdict.verdict().name(),
                    verdict.of(),
                    verdict.similarity(),
                    verdict.origins(),
                    telling.origin(),
                    telling.backlog(),
                    article.title(),
                    article.source(),
                    article.url(),
                    tagged.tags().language(),
                    article.published(),
                    article.fetched(),
                    tagged.tags().actors().stream().map(actor -> actor.name()).distinct().toList(),
                    tagged.tags().events().stream()
                            .map(event -> event.topic())
                            .distinct()
                            .toList());
        }
    }

    static Story of(String id, List<TaggedTelling> latestFirst) {
        List<Line> lines = latestFirst.stream().map(Line::of).toList();
        return new Story(id, lines.get(0).origins(), lines.get(0).fetched(), lines);
    }
}
