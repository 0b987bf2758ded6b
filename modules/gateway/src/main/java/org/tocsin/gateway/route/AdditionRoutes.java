package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.TEACH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.EntryCheck;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.Mention;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;
import org.tocsin.core.text.Fold;
import org.tocsin.gateway.board.StoryBoard;

/**
 * What an addition to the lexicon would do, before it is saved: which of its names are ambiguous,
 * and where in the news of late the tagger would find them.
 */
final class AdditionRoutes implements Routes {

    /** Tagging an article takes half a millisecond; this many, a moment. */
    private static final int TAGGED = 200;

    private static final int SAMPLES = 8;
    private static final int AROUND = 60;

    private final LiveLexicon lexicon;
    private final StoryBoard stories;

    /** Its rules take a second to read and serve every lexicon. */
    private final Tagger rules = new Tagger(Lexicon.shipped());

    AdditionRoutes(LiveLexicon lexicon, StoryBoard stories) {
        this.lexicon = lexicon;
        this.stories = stories;
    }

    /** {@code mayBeMeant} where somebody who knows the name may insist on it. */
    record Finding(String pointer, String message, boolean mayBeMeant) {}

    /** A place in an article; {@code before} and {@code after} are the words around it. */
    record Sample(
            String article,
            String title,
            String source,
            String before,
            String text,
            String after,
            boolean isNew) {}

    /**
     * {@code found} counts the articles of the last {@code searched} that name the actor, {@code
     * fresh} those of them that did not before.
     */
    record Checked(
            List<Finding> findings, int searched, int found, int fresh, List<Sample> samples) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/lexicon/{id}/check", this::check, TEACH);
    }

    private void check(Context ctx) {
        String body = Api.body(ctx, LexiconForm.JSON);
        LexiconEntry entry = LexiconForm.draft(ctx.pathParam("id"), body);
        Lexicon before = lexicon.now();
        List<Finding> findings =
                EntryCheck.of(entry, before).stream()
                        .map(f -> new Finding("#/" + f.field(), f.message(), f.mayBeMeant()))
                        .toList();
        Api.json(ctx, checked(entry, findings, with(entry, before)));
    }

    private static Lexicon with(LexiconEntry entry, Lexicon before) {
        var changed = new LiveLexicon(before);
        changed.put(entry.id(), entry);
        return changed.now();
    }

    private Checked checked(LexiconEntry entry, List<Finding> findings, Lexicon after) {
        Tagger tagger = rules.with(after);
        List<TaggedTelling> all = stories.tellings().values();
        List<String> names = names(entry);
        var samples = new ArrayList<Sample>();
        int found = 0;
        int fresh = 0;
        int tagged = 0;
        // The latest first: what was said today is what somebody remembers.
        for (int i = all.size() - 1; i >= 0 && tagged < TAGGED; i--) {
            Article article = all.get(i).telling().article();
            if (!mayName(article, names)) {
                continue;
            }
            tagged++;
            Mention mention = mention(entry.id(), tagger.tag(article).actors());
            if (mention != null) {
                boolean isNew = mention(entry.id(), all.get(i).tags().actors()) == null;
                found++;
                fresh += isNew ? 1 : 0;
                if (samples.size() < SAMPLES) {
                    samples.add(sample(article, mention, isNew));
                }
            }
        }
        return new Checked(findings, all.size(), found, fresh, samples);
    }

    private static List<String> names(LexiconEntry entry) {
        var names = new ArrayList<String>();
        names.add(Fold.fold(entry.name()));
        entry.names().forEach(name -> names.add(Fold.fold(name)));
        return names;
    }

    /** Cheaply, whether tagging it is worth the while. */
    private static boolean mayName(Article article, List<String> names) {
        String text = Fold.fold(article.title() + "\n" + article.text());
        return names.stream().anyMatch(text::contains);
    }

    private static Mention mention(String actor, List<ActorTag> actors) {
        return actors.stream()
                .filter(tag -> tag.id().equals(actor) && !tag.mentions().isEmpty())
                .map(tag -> tag.mentions().get(0))
                .findFirst()
                .orElse(null);
    }

    private static Sample sample(Article article, Mention at, boolean isNew) {
        String field = at.field().equals("title") ? article.title() : article.text();
        return new Sample(
                article.id(),
                article.title(),
                article.source(),
                field.substring(Math.max(0, at.start() - AROUND), at.start()),
                field.substring(at.start(), at.end()),
                field.substring(at.end(), Math.min(field.length(), at.end() + AROUND)),
                isNew);
    }
}
