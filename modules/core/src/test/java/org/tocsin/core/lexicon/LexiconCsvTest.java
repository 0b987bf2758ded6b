package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.ActorType;

class LexiconCsvTest {

    private static final Instant TIME = Instant.parse("2025-03-02T10:00:00Z");

    @Test
    void readsColumnsInAnyOrderAndCellsInQuotes() {
        var read =
                LexiconCsv.read(
                        """
                        name,id,type,names,country,wikidata
                        "Harbour Guard, Northern",harbour-guard,armed-group,Гавань|حرس,libya,
                        Ana Birk,ana-birk,person,,,Q42
                        """,
                        TIME);

        assertThat(read.refusals()).isEmpty();
        assertThat(read.entries())
                .containsExactly(
                        new LexiconEntry(
                                "harbour-guard",
                                "Harbour Guard, Northern",
                                ActorType.ARMED_GROUP,
                                null,
                                "libya",
                                List.of("Гавань", "حرس"),
                                null,
                                TIME),
                        new LexiconEntry(
                                "ana-birk",
                                "Ana Birk",
                                ActorType.PERSON,
                                "Q42",
                                null,
                                List.of(),
                                null,
                                TIME));
    }

    @Test
    void refusesALineByItsNumberAndKeepsTheOthers() {
        var read =
                LexiconCsv.read(
                        "id,name,type,wikidata\n"
                                + "ana-birk,\"Ana\nBirk\",person,\n"
                                + "\n"
                                + "Ben,Ben,person,\n"
                                + "ben,Ben,wizard,\n"
                                + "ben,,person,\n"
                                + "ben,Ben,person,42\n"
                                + "ana-birk,Ana,person,\n"
                                + "ben,Ben,person,,more\n"
                                + "cy,Cy,person,\n",
                        TIME);

        assertThat(read.entries()).extracting(LexiconEntry::id).containsExactly("ana-birk", "cy");
        assertThat(read.refusals()).extracting(Refusal::line).containsExactly(5, 6, 7, 8, 9, 10);
    }

    @Test
    void refusesATableWithoutItsColumns() {
        assertThat(LexiconCsv.read("id,title\na,b\n", TIME).refusals())
                .extracting(Refusal::message)
                .containsExactly(
                        "no column is called name",
                        "no column is called type",
                        "unknown column title");
        assertThat(LexiconCsv.read("", TIME).refusals()).hasSize(1);
    }

    @Test
    void checkFindsSharedNamesAndIds() {
        var one = Actor.named("ana-birk", "Ana Birk", ActorType.PERSON, List.of("Birk"));
        var two = Actor.named("jon-birk", "Jon Birk", ActorType.PERSON, List.of("BIRK"));

        assertThat(LexiconCheck.of(List.of(two, one)))
                .containsExactly(
                        new LexiconCheck.Finding("name", "birk", List.of("ana-birk", "jon-birk")));
    }
}
