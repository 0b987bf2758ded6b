package org.tocsin.core.watch.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Mention;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.watch.WatchSamples;

/**
 * Writes tellings for tests. A text names actors by their English names and events as {@code
 * withdrawal/OCCURRED}: done by the actors before it in its sentence to those after it.
 */
public final class Desk {

    private static final Instant START = Instant.parse("2024-05-06T06:00:00Z");
    private static final Pattern EVENT = Pattern.compile("([a-z-]+)/([A-Z]+)");

    private Desk() {}

    /** A telling of its own story and origin at the start; change it by its methods. */
    public static Draft article(String id, String text) {
        return new Draft(id, "", text, "s", "origin-" + id, 0, Verdict.Kind.NEW, null, false);
    }

    public record Draft(
            String id,
            String title,
            String text,
            String story,
            String origin,
            long minute,
            Verdict.Kind kind,
            String of,
            boolean backlog) {

        public Draft titled(String words) {
            return new Draft(id, words, text, story, origin, minute, kind, of, backlog);
        }

        public Draft of(String story) {
            return new Draft(id, title, text, story, origin, minute, kind, of, backlog);
        }

        public Draft by(String origin) {
            return new Draft(id, title, text, story, origin, minute, kind, of, backlog);
        }

        public Draft at(long minute) {
            return new Draft(id, title, text, story, origin, minute, kind, of, backlog);
        }

        public Draft as(Verdict.Kind kind, String of) {
            return new Draft(id, title, text, story, origin, minute, kind, of, backlog);
        }

        public Draft fromTheBacklog() {
            return new Draft(id, title, text, story, origin, minute, kind, of, true);
        }

        public TaggedTelling tagged() {
            Instant told = START.plus(Duration.ofMinutes(minute));
            var article =
                    new Article(
                            id,
                            id,
                            null,
                            "post.example",
                            "feed-" + origin,
                            title,
                            text,
                            "en",
                            told,
                            null,
                            told.plusSeconds(30),
                            List.of(),
                            List.of());
            var verdict = new Verdict(id, kind, of, story, kind == Verdict.Kind.NEW ? 0 : 1, 1);
            return new TaggedTelling(new Telling(article, verdict, origin, backlog), tags(article));
        }
    }

    /** The same fetched later, whatever date it bears. */
    static TaggedTelling seenAt(long minute, TaggedTelling tagged) {
        Telling told = tagged.telling();
        Article a = told.article();
        var article =
                new Article(
                        a.id(),
                        a.guid(),
                        a.url(),
                        a.source(),
                        a.feed(),
                        a.title(),
                        a.text(),
                        a.language(),
                        a.published(),
                        a.updated(),
                        START.plus(Duration.ofMinutes(minute)),
                        a.authors(),
                        a.categories());
        return new TaggedTelling(
                new Telling(article, told.verdict(), told.origin(), told.backlog()), tagged.tags());
    }

    static Tags tags(Article article) {
        var actors = new LinkedHashMap<String, ActorTag>();
        var events = new ArrayList<EventTag>();
        for (String field : List.of("title", "text")) {
            addActors(actors, article, field);
        }
        for (String field : List.of("title", "text")) {
            addEvents(events, List.copyOf(actors.values()), article, field);
        }
        return new Tags(article.id(), "en", List.copyOf(actors.values()), events);
    }

    private static void addActors(
            LinkedHashMap<String, ActorTag> actors, Article article, String field) {
        String text = article.field(field);
        for (Actor actor : WatchSamples.lexicon().actors()) {
            Matcher name = Pattern.compile("\\b" + actor.name() + "\\b").matcher(text);
            while (name.find()) {
                var mentions = new ArrayList<Mention>();
                if (actors.containsKey(actor.id())) {
                    mentions.addAll(actors.get(actor.id()).mentions());
                }
                mentions.add(
                        new Mention(
                                field,
                                name.start(),
                                name.end(),
                                name.group(),
                                sentence(article, field, name.start())));
                actors.put(
                        actor.id(),
                        new ActorTag(
                                actor.id(),
                                actor.name(),
                                actor.type(),
                                null,
                                actor.country(),
                                mentions));
            }
        }
    }

    private static void addEvents(
            List<EventTag> events, List<ActorTag> actors, Article article, String field) {
        Matcher event = EVENT.matcher(article.field(field));
        while (event.find()) {
            int sentence = sentence(article, field, event.start());
            var before = new ArrayList<String>();
            var behind = new ArrayList<String>();
            for (ActorTag actor : actors) {
                for (Mention mention : actor.mentions()) {
                    if (mention.field().equals(field) && mention.sentence() == sentence) {
                        (mention.start() < event.start() ? before : behind).add(actor.id());
                    }
                }
            }
            events.add(
                    new EventTag(
                            event.group(1),
                            Modality.valueOf(event.group(2)),
                            "X",
                            null,
                            before,
                            behind,
                            field,
                            event.start(1),
                            event.end(1),
                            event.group(1),
                            sentence));
        }
    }

    private static int sentence(Article article, String field, int offset) {
        return field.equals("title") ? 0 : Sentences.indexAt(Sentences.of(article.text()), offset);
    }
}
