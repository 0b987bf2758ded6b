package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.TEACH;
import static org.tocsin.gateway.route.Drawn.escaped;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.lexicon.LiveLexicon;

/** The lexicon as its desk shows it: who bears the name that was asked for, and what was added. */
final class LexiconParts implements Parts {

    /** Names of an actor, before the rest are folded. */
    private static final int NAMES = 14;

    private static final String NOTHING =
            "<li class=\"aside\">Nothing yet. What is added here counts from the next article"
                    + " on.</li>";

    private final LiveLexicon lexicon;
    private final Supplier<Instant> now;

    LexiconParts(LiveLexicon lexicon, Supplier<Instant> now) {
        this.lexicon = lexicon;
        this.now = now;
    }

    @Override
    public Map<String, String> of(Context ctx) {
        List<LexiconEntry> entries = lexicon.entries();
        boolean mayAdd = Door.caller(ctx).may(TEACH);
        Instant at = now.get();
        String additions =
                entries.stream()
                        .sorted(Comparator.comparing(LexiconEntry::time).reversed())
                        .map(entry -> addition(entry, mayAdd, at))
                        .collect(Collectors.joining("\n"));
        String name = ctx.queryParam("name");
        return Map.of(
                "tally", Drawn.count(entries.size(), "addition"),
                "asked", name == null ? "" : escaped(name.strip()),
                "found", name == null || name.isBlank() ? "" : found(name.strip()),
                "additions", additions.isEmpty() ? NOTHING : additions);
    }

    private static String addition(LexiconEntry entry, boolean mayAdd, Instant at) {
        String name = "<bdi>" + escaped(entry.name()) + "</bdi>";
        return """
        <li data-key="%1$s">%2$s<code>%1$s</code><span class="aside">%3$s%4$s%5$s</span></li>\
        """
                .formatted(
                        escaped(entry.id()),
                        mayAdd ? button(entry.id(), "link", name) : name,
                        Drawn.count(entry.names().size(), "further name"),
                        entry.by() == null ? " " : " by " + escaped(entry.by()) + " ",
                        Drawn.time(entry.time(), at));
    }

    private static String button(String actor, String look, String words) {
        return "<button type=\"button\" class=\"%s\" data-needs=\"lexicon:write\" data-actor=\"%s\">%s</button>"
                .formatted(look, escaped(actor), words);
    }

    private String found(String name) {
        Lexicon all = lexicon.now();
        List<Actor> actors = all.named(name);
        if (actors.isEmpty()) {
            return nobody(name, all.suggestions(name));
        }
        String said =
                actors.size() == 1
                        ? "<p class=\"unseen\">1 actor</p>"
                        : "<p class=\"aside\">%d actors bear the name <bdi>%s</bdi>; taggers choose by the words around it, and take the first where nothing tells.</p>"
                                .formatted(actors.size(), escaped(name));
        return said + actors.stream().map(LexiconParts::actor).collect(Collectors.joining("\n"));
    }

    private static String nobody(String name, List<String> suggestions) {
        String near =
                suggestions.stream()
                        .map(LexiconParts::suggestion)
                        .collect(Collectors.joining(", ", "Did you mean ", "?"));
        return """
        <p>Nobody is called <bdi>%1$s</bdi>. %2$s</p>\
        <p data-needs="lexicon:write"><button type="button" class="act" data-new="%1$s">Add an actor of that name</button></p>\
        """
                .formatted(escaped(name), suggestions.isEmpty() ? "" : near);
    }

    private static String suggestion(String name) {
        return "<a class=\"suggestion\" href=\"/lexicon?name=%s\"><bdi>%s</bdi></a>"
                .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8), escaped(name));
    }

    private static String actor(Actor actor) {
        String what =
                Stream.of(actor.type().id(), actor.country() == null ? "" : "of " + actor.country())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        String item = actor.wikidata();
        String link =
                item == null
                        ? ""
                        : "<a class=\"aside\" href=\"https://www.wikidata.org/wiki/%1$s\" rel=\"noreferrer\">%1$s</a>"
                                .formatted(escaped(item));
        return """
        <article class="actor" data-key="%1$s"><div class="line"><h3 dir="auto">%2$s</h3><code>%1$s</code><span class="aside">%3$s</span>%4$s%5$s</div>%6$s</article>\
        """
                .formatted(
                        escaped(actor.id()),
                        escaped(actor.name()),
                        escaped(what),
                        link,
                        button(
                                actor.id(),
                                "act",
                                "Add names<span class=\"unseen\"> to "
                                        + escaped(actor.name())
                                        + "</span>"),
                        names(actor));
    }

    private static String names(Actor actor) {
        List<String> names =
                actor.names().stream().filter(name -> !name.equals(actor.name())).toList();
        if (names.isEmpty()) {
            return "";
        }
        int shown = Math.min(NAMES, names.size());
        String first = "<p class=\"names\">" + listed(names.subList(0, shown)) + "</p>";
        return names.size() == shown
                ? first
                : first
                        + "<details><summary>%d more</summary><p class=\"names\">%s</p></details>"
                                .formatted(
                                        names.size() - shown,
                                        listed(names.subList(shown, names.size())));
    }

    /** The dots stand outside: names run either way. */
    private static String listed(List<String> names) {
        return names.stream()
                .map(name -> "<bdi>" + escaped(name) + "</bdi>")
                .collect(Collectors.joining(" · "));
    }
}
