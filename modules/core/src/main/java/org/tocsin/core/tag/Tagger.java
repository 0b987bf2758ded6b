package org.tocsin.core.tag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.language.LanguageDetector;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Span;

/**
 * Articles in, tags out: language, actors and events with exact offsets. Immutable and safe to
 * share; the same article always gives the same tags.
 */
public final class Tagger {

    private final ActorFinder actors;
    private final EventFinder events;
    private final Vocabulary vocabulary;

    private final Rules rules;
    private final Lexicon lexicon;
    private final String version;

    public Tagger(Lexicon lexicon) {
        this(Rules.shipped(), lexicon);
    }

    private Tagger(Rules rules, Lexicon lexicon) {
        this.rules = rules;
        this.lexicon = lexicon;
        version = rules.version + "+lexicon." + lexicon.version();
        actors = new ActorFinder(lexicon, rules.phrases);
        events = new EventFinder(rules, lexicon);
        vocabulary = actors.vocabulary();
    }

    /** The same rules with another lexicon, which takes no time. */
    public Tagger with(Lexicon lexicon) {
        return new Tagger(rules, lexicon);
    }

    /**
     * What tags with the same version may be compared by: the tagger's code, its rules and its
     * lexicon.
     */
    public String version() {
        return version;
    }

    /** The telling with its article's tags. */
    public TaggedTelling tag(Telling telling) {
        return new TaggedTelling(telling, tag(telling.article()), version);
    }

    public Tags tag(Article article) {
        List<Reading> readings = readings(article);
        String language = language(article);
        List<List<Found>> found = actors.find(readings, day(article), language);
        var tagged = new ArrayList<EventTag>();
        told(article, language, readings, found).forEach(told -> tagged.add(told.tag()));
        return new Tags(article.id(), language, tags(readings, found), tagged);
    }

    /** Why each event of the article was told, in the order of {@link Tags#events}. */
    public List<Reason> explain(Article article) {
        List<Reading> readings = readings(article);
        String language = language(article);
        List<List<Found>> found = actors.find(readings, day(article), language);
        return told(article, language, readings, found).stream().map(Reason::of).toList();
    }

    /**
     * The article's sentences as the model of topics reads them, with what the rules alone tell of
     * each: for those who train it.
     */
    public List<SentenceTerms> terms(Article article) {
        List<Reading> readings = readings(article);
        List<List<Found>> found = actors.find(readings, day(article), null);
        List<Told> told = inEnglish(readings, found, null, NewsYear.of(article));
        Terms terms = rules.topics.terms();
        var sentences = new ArrayList<SentenceTerms>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            for (int s = 0; s < reading.sentences.size(); s++) {
                sentences.add(SentenceTerms.of(reading, s, found.get(i), told, terms));
            }
        }
        return sentences;
    }

    /**
     * The article's events as the model of modalities is trained on them, in the order of {@link
     * Tags#events}; of a text in English.
     */
    public List<EventTerms> events(Article article) {
        List<Reading> readings = readings(article);
        List<List<Found>> found = actors.find(readings, day(article), null);
        var noted = new IdentityHashMap<Claims.Claim, List<String>>();
        var judges =
                new Judges(new TopicJudge(rules), ModalityJudge.noting(rules.modalities, noted));
        return inEnglish(readings, found, judges, NewsYear.of(article)).stream()
                .map(
                        told ->
                                new EventTerms(
                                        told.tag().topic(),
                                        told.tag().modality(),
                                        noted.get(told.claim())))
                .toList();
    }

    private static String language(Article article) {
        String declared = LanguageDetector.declared(article.language());
        return declared != null ? declared : LanguageDetector.of(null, words(article));
    }

    private static String words(Article article) {
        return article.title() + "\n" + article.text();
    }

    private List<Reading> readings(Article article) {
        return List.of(
                new Reading("title", article.title(), vocabulary),
                new Reading("text", article.text(), vocabulary));
    }

    private static LocalDate day(Article article) {
        return LocalDate.ofInstant(article.eventTime(), ZoneOffset.UTC);
    }

    private List<Told> told(
            Article article, String code, List<Reading> readings, List<List<Found>> found) {
        NewsYear year = NewsYear.of(article);
        Language language = rules.languages.of(code);
        if (language == null) {
            boolean english = code == null || code.startsWith("en");
            return inEnglish(readings, found, english ? Judges.of(rules) : null, year);
        }
        List<Told> told = new EventsAbroad(rules, language, lexicon).find(readings, found, year);
        if (LanguageDetector.declared(article.language()) == null) {
            // Only guessed, which a headline's few words make unsure: English may be right.
            for (Told other : inEnglish(readings, found, null, year)) {
                if (told.stream().noneMatch(other::isOfOneMention)) {
                    told.add(other);
                }
            }
        }
        return told;
    }

    private List<Told> inEnglish(
            List<Reading> readings, List<List<Found>> found, Judges judges, NewsYear year) {
        var told = new ArrayList<Told>();
        Spheres.Whole whole = rules.spheres.whole(readings, found);
        for (int i = 0; i < readings.size(); i++) {
            told.addAll(events.find(readings.get(i), found.get(i), whole, judges, year));
        }
        return told;
    }

    private static List<ActorTag> tags(List<Reading> readings, List<List<Found>> found) {
        var actors = new LinkedHashMap<String, Actor>();
        var mentions = new LinkedHashMap<String, List<Mention>>();
        for (int i = 0; i < readings.size(); i++) {
            for (Found one : found.get(i)) {
                actors.putIfAbsent(one.actor().id(), one.actor());
                mentions.computeIfAbsent(one.actor().id(), id -> new ArrayList<>())
                        .add(mention(readings.get(i), one));
            }
        }
        var tags = new ArrayList<ActorTag>();
        actors.forEach((id, actor) -> tags.add(tag(actor, mentions.get(id))));
        return tags;
    }

    private static ActorTag tag(Actor actor, List<Mention> mentions) {
        return new ActorTag(
                actor.id(),
                actor.name(),
                actor.type(),
                actor.wikidata(),
                actor.country(),
                mentions);
    }

    private static Mention mention(Reading reading, Found found) {
        var span = new Span(reading.words.start(found.from()), reading.words.end(found.to() - 1));
        return new Mention(
                reading.field, span.start(), span.end(), span.of(reading.text), found.sentence());
    }
}
