package org.tocsin.core.watch.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;

/** Reads one clause: words, or a field and its value. */
final class ClauseParser {

    private static final List<String> FIELDS =
            List.of("actor", "type", "event", "source", "lang", "title");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int SHORTEST_PREFIX = 2;

    private final Tokens tokens;
    private final ActorParser actors;
    private final EventParser events;
    private final Faults faults;

    ClauseParser(Tokens tokens, Lexicon lexicon, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
        this.actors = new ActorParser(tokens, lexicon, faults);
        this.events = new EventParser(tokens, actors, faults);
    }

    Clause clause() throws BadQuery {
        Token first = tokens.peek();
        if (first.kind() != Token.Kind.WORD || isOperator(first)) {
            return words("a clause");
        }
        tokens.take();
        if (!tokens.peek().is(":") || !first.touches(tokens.peek())) {
            return wordsFrom(first);
        }
        Token colon = tokens.take();
        Token value = tokens.peek();
        boolean hasValue =
                colon.touches(value)
                        && (value.kind() == Token.Kind.WORD || value.kind() == Token.Kind.QUOTED);
        if (FIELDS.contains(first.text()) && !hasValue) {
            throw new BadQuery(
                    colon.end(), "expected a value right behind '" + first.text() + ":'");
        }
        return switch (first.text()) {
            case "actor" -> new ActorClause(actors.actor());
            case "type" -> new TypeClause(type(tokens.take()));
            case "event" -> events.event();
            case "source" -> new SourceClause(source(tokens.take()));
            case "lang" -> new LanguageClause(language(tokens.take()));
            case "title" -> new TitleClause(words("a word"));
            default -> noField(first, hasValue);
        };
    }

    /** A plain value can be passed over; what else stands behind the colon cannot be told. */
    private Clause noField(Token field, boolean hasValue) throws BadQuery {
        var fault =
                new BadQuery(
                        field.start(),
                        "there is no field '"
                                + field.text()
                                + "'"
                                + Nearest.hint(field.text(), FIELDS));
        Token value = tokens.peek();
        if (hasValue) {
            tokens.take();
        }
        Token next = tokens.peek();
        boolean plain = next.kind() == Token.Kind.END || next.is(")") || isOperator(next);
        if (!hasValue || !plain) {
            throw fault;
        }
        faults.note(fault);
        return new SourceClause(value.text());
    }

    private static boolean isOperator(Token token) {
        return Set.of("AND", "OR", "NOT", "THEN").contains(token.text())
                || token.text().startsWith("NEAR/");
    }

    private TextClause words(String expected) throws BadQuery {
        Token token = tokens.peek();
        boolean words =
                token.kind() == Token.Kind.QUOTED
                        || (token.kind() == Token.Kind.WORD && !isOperator(token));
        if (!words) {
            throw new BadQuery(token.start(), "expected " + expected + ", found " + token.shown());
        }
        return wordsFrom(tokens.take());
    }

    private TextClause wordsFrom(Token token) throws BadQuery {
        FoldedWords folded = FoldedWords.of(token.text());
        if (folded.size() == 0) {
            throw new BadQuery(token.start(), "there is no word in " + token.shown());
        }
        if (tokens.peek().is("*") && token.touches(tokens.peek())) {
            return prefix(token, folded);
        }
        if (tokens.takeIf("~")) {
            return proximity(token, folded);
        }
        // A hyphen or an apostrophe makes several words of one: they are a phrase.
        return folded.size() == 1 ? new WordClause(token.text()) : new PhraseClause(token.text());
    }

    private TextClause prefix(Token token, FoldedWords folded) throws BadQuery {
        tokens.take();
        if (token.kind() == Token.Kind.QUOTED || folded.size() > 1) {
            throw new BadQuery(token.start(), "'*' stands behind the beginning of a single word");
        }
        if (folded.first().codePointCount(0, folded.first().length()) < SHORTEST_PREFIX) {
            throw new BadQuery(
                    token.start(), "'*' needs at least " + SHORTEST_PREFIX + " letters before it");
        }
        return new PrefixClause(token.text());
    }

    private TextClause proximity(Token token, FoldedWords folded) throws BadQuery {
        Token number = tokens.take();
        if (number.kind() != Token.Kind.WORD || !number.text().matches("\\d{1,9}")) {
            throw new BadQuery(number.start(), "expected a number of words behind '~'");
        }
        if (folded.size() < 2) {
            throw new BadQuery(token.start(), "'~' needs at least two words in the quotes");
        }
        return new ProximityClause(token.text(), bounded(number.start(), number.text()));
    }

    int bounded(int offset, String digits) throws BadQuery {
        int distance = Integer.parseInt(digits);
        if (distance > QueryParser.FARTHEST) {
            faults.note(new BadQuery(offset, "at most " + QueryParser.FARTHEST + " words between"));
        }
        return distance;
    }

    private ActorType type(Token value) throws BadQuery {
        List<String> types = Arrays.stream(ActorType.values()).map(ActorType::id).toList();
        int at = types.indexOf(value.text().toLowerCase(Locale.ROOT));
        if (at < 0) {
            faults.note(
                    new BadQuery(
                            value.start(),
                            "there is no type '"
                                    + value.text()
                                    + "'"
                                    + Nearest.hint(value.text(), types)));
        }
        return ActorType.values()[Math.max(0, at)];
    }

    private static String source(Token value) throws BadQuery {
        if (Reading.sourceKey(value.text()).isEmpty()) {
            throw new BadQuery(value.start(), "expected a source such as tass.com");
        }
        return value.text().strip();
    }

    private String language(Token value) throws BadQuery {
        String code = value.text().toLowerCase(Locale.ROOT);
        // Three letters are ISO 639-2 and -3, of which Java knows no list.
        if (!LANGUAGES.contains(code) && !code.matches("[a-z]{3}")) {
            faults.note(
                    new BadQuery(
                            value.start(),
                            "'"
                                    + value.text()
                                    + "' is no ISO 639 language code such as en, ar or ru"
                                    + Nearest.hint(languagesCalled(code))));
        }
        return code;
    }

    /** The code of a language by its English name, or the one that another code begins with. */
    private static List<String> languagesCalled(String name) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(
                        code ->
                                name.startsWith(code + "-")
                                        || name.startsWith(code + "_")
                                        || Locale.forLanguageTag(code)
                                                .getDisplayLanguage(Locale.ENGLISH)
                                                .equalsIgnoreCase(name))
                .limit(1)
                .toList();
    }
}
