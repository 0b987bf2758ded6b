package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.ActorType;

class LexiconImportTest {

    private static final Instant TIME = Instant.parse("2025-03-02T10:00:00Z");

    private static final Lexicon LEXICON =
            Lexicon.of(
                    List.of(
                            Actor.named("syria", "Syria", ActorType.COUNTRY, List.of())
                                    .with("Q858", null),
                            Actor.named("ana-birk", "Ana Birk", ActorType.PERSON, List.of())
                                    .with("Q4242", "syria")));

    @Test
    void readsEntitiesOfFollowTheMoney() {
        Imported read =
                read(
                        """
                        {"id":"NK-1","schema":"Person","caption":"Jon Rask","properties":{"name":["Jon Rask","Йон Раск"],"alias":["J. Rask"],"weakAlias":["Rask"],"country":["sy"]}}
                        {"id":"NK-2","schema":"Organization","caption":"Harbour Guard","properties":{"topics":["crime.terror"]}}
                        {"id":"Q4242","schema":"Person","caption":"ANA BIRK","properties":{"name":["Anna Birk"]}}
                        {"id":"NK-3","schema":"Vessel","caption":"Gull","properties":{}}
                        {"id":
                        """);

        assertThat(read.entries())
                .containsExactly(
                        entry(
                                "jon-rask",
                                "Jon Rask",
                                ActorType.PERSON,
                                null,
                                "syria",
                                "Йон Раск",
                                "J. Rask"),
                        entry("harbour-guard", "Harbour Guard", ActorType.ARMED_GROUP, null, null),
                        entry(
                                "ana-birk",
                                "Ana Birk",
                                ActorType.PERSON,
                                "Q4242",
                                null,
                                "ANA BIRK",
                                "Anna Birk"));
        assertThat(read.refusals()).extracting(Refusal::line).containsExactly(4, 5);
    }

    @Test
    void readsItemsOfWikidata() {
        Imported read =
                read(
                        """
                        [
                        {"id":"Q77001","labels":{"en":{"language":"en","value":"Jon Rask"},"ar":{"language":"ar","value":"يون راسك"},"vi":{"language":"vi","value":"Dzon"}},"aliases":{"en":[{"language":"en","value":"Jon P. Rask"},{"language":"en","value":"JR"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q858"}}}}]}},
                        {"id":"P31","labels":{}}
                        ]
                        """);

        assertThat(read.entries())
                .containsExactly(
                        entry(
                                "jon-rask",
                                "Jon Rask",
                                ActorType.PERSON,
                                "Q77001",
                                "syria",
                                "يون راسك",
                                "Jon P. Rask"));
        assertThat(read.refusals()).extracting(Refusal::line).containsExactly(3);
    }

    @Test
    void readsDictionariesOfPhoenix() {
        Imported read =
                read(
                        "JON_RASK_ # somebody\n+J._RASK_\n\t[SYRGOV 110101-120101]\n"
                                + "HARBOUR_GUARD_ [SYRREB]\n");

        assertThat(read.entries())
                .containsExactly(
                        entry("jon-rask", "Jon Rask", ActorType.PERSON, null, "syria", "J. Rask"),
                        entry(
                                "harbour-guard",
                                "Harbour Guard",
                                ActorType.ARMED_GROUP,
                                null,
                                "syria"));
    }

    private static Imported read(String text) {
        return LexiconImport.read(text, null, LEXICON, TIME);
    }

    private static LexiconEntry entry(
            String id,
            String name,
            ActorType type,
            String wikidata,
            String country,
            String... names) {
        return new LexiconEntry(id, name, type, wikidata, country, List.of(names), null, TIME);
    }
}
