package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.WatchSamples;

class QueryParserTest {

    private final Lexicon lexicon = WatchSamples.lexicon();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceasefire",
                "withdr*",
                "\"heavy weapons\"",
                "\"heavy weapons\"~5",
                "ship NEAR/5 cable",
                "\"patrol ship\" NEAR/0 cabl*",
                "actor:Russia",
                "actor:Russia+",
                "actor:\"Vladimir Putin\"",
                "actor:Россия",
                "type:armed-group",
                "event:withdrawal",
                "event:withdrawal[actor=Russia, target=Syria, modality=announced|occurred]",
                "event:bombing[actor=\"Islamic State\"|Turkey+]",
                "source:tass.com",
                "lang:ar",
                "title:talks",
                "title:\"peace talks\"~3",
                "a AND b OR c AND NOT d",
                "(a OR b) AND NOT (c OR d)",
                "NOT NOT a",
                "\"AND\" OR \"not\\\\ \\\"quoted\\\"\"",
                "actor:Russia NEAR/3 actor:Turkey"
            })
    void printsWhatIsCanonicalAsItStands(String text) throws BadQuery {
        var query = parse(text);

        assertThat(query.print()).isEqualTo(text);
        assertThat(parse(query.print())).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "a AND (b AND c) > a AND b AND c",
                "((a)) OR ((b OR c)) > a OR b OR c",
                "\"ceasefire\" > ceasefire",
                "cease-fire > \"cease-fire\"",
                "“heavy weapons” ~5 > \"heavy weapons\"~5",
                "actor:\"Russia\" > actor:Russia",
                "event:Withdrawal [ modality = OCCURRED | announced ]"
                        + " > event:withdrawal[modality=announced|occurred]",
                "NOT (a) AND b > NOT a AND b"
            })
    void printsInCanonicalForm(String text, String canonical) throws BadQuery {
        assertThat(parse(text).print()).isEqualTo(canonical);
    }

    @Test
    void bindsNotBeforeAndBeforeOr() throws BadQuery {
        var query = parse("a OR NOT b AND c");

        assertThat(query)
                .isEqualTo(
                        new Query.Or(
                                List.of(
                                        new WordClause("a"),
                                        new Query.And(
                                                List.of(
                                                        new Query.Not(new WordClause("b")),
                                                        new WordClause("c"))))));
    }

    @Test
    void widensACountryByItsPersonsGroupsAndCapitalAlone() throws BadQuery {
        var clause = (ActorClause) parse("actor:Russia+");

        assertThat(clause.actor().ids())
                .containsExactly("moscow", "night-wolves", "russia", "vladimir-putin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "actor:Rusia > 6 > did you mean 'Russia'",
                "a AND actor:Nobody > 12 > knows no actor 'Nobody'",
                "event:cease-fire > 6 > did you mean 'ceasefire'",
                "event:withdrawal[modality=ocurred] > 26 > did you mean 'occurred'",
                "event:withdrawal[modality=] > 26 > no modality",
                "event:withdrawal[by=Russia] > 17 > actor=, target= or modality=",
                "event:withdrawal[actor=Rusia] > 23 > 'Russia'",
                "event:withdrawal[actor=Russia > 29 > expected ',', '|' or ']'",
                "event:strike > 6 > did you mean 'military-strike' or 'labour-strike'",
                "event:truce > 6 > did you mean 'ceasefire'",
                "type:army > 5 > armed-group",
                "lang:arabic > 5 > did you mean 'ar'",
                "lang:en-GB > 5 > did you mean 'en'",
                "a NOT b > 2 > did you mean AND NOT?",
                "a || b > 2 > write OR",
                "lang:english > 5 > ISO 639",
                "acter:Russia > 0 > did you mean 'actor'",
                "actor: Russia > 6 > right behind",
                "a b > 2 > joined by AND or OR",
                "a and b > 2 > did you mean AND?",
                "(a OR b > 7 > expected AND, OR or ')'",
                "a) > 1 > closes nothing",
                "a AND > 5 > expected a clause, found the end",
                "a AND OR b > 6 > expected a clause, found 'OR'",
                "\"never closed > 0 > never closed",
                "a && b > 2 > write AND",
                "-b AND a > 0 > write NOT b",
                "a* > 0 > at least 2 letters",
                "\"two words\"* > 0 > single word",
                "\"one\"~3 > 0 > at least two words",
                "\"two words\"~x > 12 > a number of words",
                "\"two words\"~101 > 12 > at most 100",
                "a NEAR b > 2 > NEAR/5",
                "a NEAR/3 b NEAR/3 c > 11 > joins two",
                "lang:ar NEAR/3 b > 0 > on each side",
                "-- > 0 > no part",
                "a AND NOT a > 6 > can never hold",
                "actor:Russia AND b AND NOT actor:Россия > 23 > can never hold",
                "a AND (b OR c AND NOT c) > 18 > can never hold",
                "lang:ar AND lang:en > 12 > can never hold",
                "\"heavy rain\" AND NOT rain > 17 > can never hold",
                "event:talks[actor=Russia] AND NOT event:talks > 30 > can never hold",
                "a AND (b OR NOT b) > 7 > always holds",
                "title:rain AND NOT rain > 15 > can never hold",
                "title:\"heavy rain\" AND NOT rai* > 23 > can never hold",
                "actor:Russia AND NOT type:country > 17 > can never hold",
                "source:news.post.example AND NOT source:post.example > 29 > can never hold",
                "(a OR b) AND NOT (b OR a) > 13 > can never hold",
                "a AND (b OR c) AND NOT b AND NOT c > 29 > can never hold",
                "event:talks[actor=Russia] AND NOT actor:Russia > 30 > can never hold",
                "event:talks[target=Russia] AND NOT type:country > 31 > can never hold",
                "event:talks[actor=Russia, target=Россия] > 6 > one actor in both roles",
                "event:talks AND NOT event:talks[modality=refused|violated|ended|threatened|demanded] AND NOT event:talks[modality=conditional|announced|occurred] > 89 > can never hold",
                "event:talks[actor=Russia|Turkey] AND NOT event:talks[actor=Turkey] AND NOT event:talks[actor=Russia] > 71 > can never hold",
                "event:talks[actor=Russia|Turkey, target=Russia|Turkey] AND NOT event:talks[actor=Turkey] AND NOT event:talks[target=Turkey] > 93 > can never hold",
                "actor:Russia+ AND NOT type:country AND NOT type:person AND NOT (type:armed-group OR type:place) > 59 > can never hold",
                "a THEN b > 2 > within: PT6H",
                "a then b > 2 > did you mean THEN?",
                "(a THEN b) AND c > 3 > stands in no parentheses",
                "a THEN > 6 > expected a clause, found the end",
                "\\ AND a > 0 > '\\' is no part of the language",
                "a OR b\\c > 6 > '\\' is no part of the language",
                "NOT a > 0 > must not be there",
                "NOT a OR b > 0 > must not be there"
            })
    void refusesWithThePlaceAndAHint(String text, int offset, String hint) {
        var refusal = catchThrowableOfType(BadQuery.class, () -> parse(text));

        assertThat(refusal).as(text).isNotNull().hasMessageContaining(hint);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    @Test
    void tellsAllThatCanBeToldWithoutGuessing() {
        String text =
                "actor:Rusia AND (evnt:talks OR event:cease-fire[modality=ocurred, actor=Nobody])"
                        + " AND lang:english AND type:army AND \"two words\"~101";

        var refusal = catchThrowableOfType(BadQuery.class, () -> parse(text));

        assertThat(refusal.faults())
                .extracting(fault -> text.substring(fault.offset()).split("[:\\[,\\] )]")[0])
                .containsExactly(
                        "Rusia",
                        "evnt",
                        "cease-fire",
                        "ocurred",
                        "Nobody",
                        "english",
                        "army",
                        "101");
        assertThat(refusal).hasMessage(refusal.faults().get(0).getMessage());
    }

    @Test
    void tellsWhatStandsBeforeWhereReadingEnds() {
        var refusal =
                catchThrowableOfType(
                        BadQuery.class, () -> parse("event:truce AND (a b OR actor:Nobody)"));

        assertThat(refusal.faults()).extracting(BadQuery::offset).containsExactly(6, 19);
    }

    @Test
    void readsARuleOfWrongNamesOnlySoFar() {
        String text = "actor:Nobody OR ".repeat(200) + "a";

        var refusal = catchThrowableOfType(BadQuery.class, () -> parse(text));

        assertThat(refusal.faults()).hasSizeLessThan(50);
    }

    @Test
    void letsAPronounStandForWhomItsSentenceDoesNotName() throws BadQuery {
        String text = "event:talks[actor=Russia] AND NOT actor:Russia";

        assertThat(QueryParser.parse(text, lexicon, Reach.SENTENCE).print()).isEqualTo(text);
    }

    @Test
    void letsWhatIsLeftOverHold() throws BadQuery {
        String text =
                "event:talks[actor=Russia|Turkey, target=Syria] AND NOT event:talks[actor=Turkey]"
                        + " AND NOT event:talks[actor=Russia, modality=occurred]";

        assertThat(parse(text).print()).isEqualTo(text);
    }

    @Test
    void letsTwoLanguagesMeetWhereArticlesDo() throws BadQuery {
        var query = QueryParser.parse("lang:ar AND lang:en AND a", lexicon, Reach.STORY);

        assertThat(query.print()).isEqualTo("lang:ar AND lang:en AND a");
    }

    @Test
    void asksForOneThingAfterAnotherOverASpanOfTime() throws BadQuery {
        String text = "a OR b THEN c AND NOT d THEN \"THEN\"";

        var query = QueryParser.parse(text, lexicon, Reach.SPAN);

        assertThat(query.print()).isEqualTo(text);
        assertThat(((Query.Then) query).parts()).hasSize(3);
        assertThat(QueryParser.parse(query.print(), lexicon, Reach.SPAN)).isEqualTo(query);
    }

    @Test
    void refusesAStepThatContradictsItselfInOneArticle() {
        var refusal =
                catchThrowableOfType(
                        BadQuery.class,
                        () -> QueryParser.parse("a THEN lang:ar AND lang:en", lexicon, Reach.SPAN));

        assertThat(refusal.offset()).isEqualTo(19);
    }

    @Test
    void letsATitleSayWhatAnotherSentenceDoesNot() throws BadQuery {
        var query = QueryParser.parse("title:rain AND NOT rain AND a", lexicon, Reach.SENTENCE);

        assertThat(query.print()).isEqualTo("title:rain AND NOT rain AND a");
    }

    @Test
    void refusesWhatIsOverTheLimits() {
        String tooLong = "a OR ".repeat(2_000) + "a";
        String wide = "a OR ".repeat(256) + "a";
        String deep = "(".repeat(40) + "a" + ")".repeat(40);

        for (String text : List.of(tooLong, wide, deep, "NOT ".repeat(40) + "a")) {
            assertThat(catchThrowableOfType(BadQuery.class, () -> parse(text))).isNotNull();
        }
    }

    private Query parse(String text) throws BadQuery {
        return QueryParser.parse(text, lexicon, Reach.ARTICLE);
    }
}
