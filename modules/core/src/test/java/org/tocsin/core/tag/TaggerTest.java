package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

class TaggerTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Turkey prices rise ahead of Thanksgiving dinner. |",
                "He stuffed the turkey with chestnuts. |",
                "Turkey sends troops to Idlib. | turkey idlib",
                "Michael Jordan scored 40 points. |",
                "Jordan closed its border with Syria. | jordan syria",
                "Chad Smith plays the drums. |",
                "Chad sent 500 soldiers to the lake. | chad",
                "Georgia's governor spoke in Atlanta. | georgia-us-state atlanta",
                "Georgia accused Russia of moving the posts. | georgia russia",
                "Tell us what is happening. |",
                "The US and IS fighters clashed. | united-states islamic-state",
                "Moscow said it would respond. | russia",
                "He was born in Moscow. | moscow",
                "Moscow and Ankara agreed on a line. | russia turkey",
                "Residents of Damascus woke early. | damascus",
                "It was done at the request of Damascus. | syria",
                "The Kremlin denied it. | russia",
                "They met near the Kremlin. |",
                "Kyiv's forces advanced. | ukraine",
                "Kyiv's streets were empty. | kyiv",
                "Turkish soldiers crossed. | turkey",
                "Turkish coffee is strong. |",
                "Russian and Turkish presidents spoke. | russia turkey",
                "Hafez al-Assad ruled for decades. | hafez-al-assad",
                "Asma al-Assad visited a school. | asma-al-assad",
                "Eric Trump disagreed. |",
                "The Washington Post wrote about it. |",
                "Bank of Georgia raised its rates. |",
                "Путин встретился с Эрдоганом. | vladimir-putin recep-tayyip-erdogan",
                "قال بوتين إن روسيا باقية | vladimir-putin russia",
                "Erdoğan'ın sözcüsü konuştu. | recep-tayyip-erdogan",
                "Seoul accused Pyongyang of lying. | south-korea north-korea",
                "The planes were sold to Kyiv. | ukraine",
                "Moscow, meanwhile, denied it. | russia",
                "The order came by Moscow and Ankara. | russia turkey",
                "MOSCOW, November 17. /TASS/. Iran agreed. | iran",
                "GENEVA - The envoy of Iran left. | iran",
                "The floods of Sindh have reached Hyderabad. | sindh hyderabad-sindh",
                "Aleppo, Maine, does not exist, but Palmyra does. |",
                "Putin, a ginger tom from the docks, came home. |",
                "A Mrs Merkel of Norwich grew them. |",
                "The water pipe that burst lies between Cairo Court and Kabul Drive. |",
                "The brig Star of Syria was entered. |",
                "Разговор Лаврова был коротким. | sergey-lavrov",
                "A proposal from Doha and Cairo was read. | qatar egypt",
                "The ministry in Moscow said so. | russia",
                "He praised the north flank of the Nato. | nato",
                "Words: Israel Georgia. |",
                "By Moscow Correspondent Francis London and Israel Cohen. |",
                "WHO ATE ALL THE PIES? |",
                "It was the potter Mike Peru who said so. |",
                "Doha grumbled, and Riyadh sent the letter. | qatar saudi-arabia",
                "The USS Carney was there by noon. |",
                "Shell hits a market, and people die. |",
            })
    void namesWhoIsMeant(String sentence, String ids) {
        var tags = TAGGER.tag(RuleExamplesTest.article(sentence));

        assertThat(tags.actors())
                .extracting(ActorTag::id)
                .containsExactlyElementsOf(ids == null ? List.of() : Arrays.asList(ids.split(" ")));
    }

    @Test
    void introducesASurnameByTheFullName() {
        var tags = tag("", "Mohammad Shtayyeh arrived on Monday. Shtayyeh said little.");

        assertThat(tags.actors()).hasSize(1);
        assertThat(tags.actors().get(0).mentions())
                .extracting(Mention::text)
                .containsExactly("Mohammad Shtayyeh", "Shtayyeh");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia will withdraw its troops from Syria. | russia | syria",
                "Poland was attacked by Russian forces. | russia | poland",
                "The withdrawal of Russian troops from Syria began. | russia | syria",
                "Israeli air strikes on Gaza went on. | israel | gaza",
                "The UN called on Russia to withdraw its forces from Ukraine. | russia | ukraine",
                "Talks between Serbia and Kosovo began. | serbia kosovo |",
                "Turkey accused Russia of lying. | turkey | russia",
                "Lavrov said Turkey would withdraw its troops from Syria. | turkey | syria",
            })
    void tellsWhoDidItToWhom(String sentence, String actor, String target) {
        var event = TAGGER.tag(RuleExamplesTest.article(sentence)).events().get(0);

        assertThat(event.actor()).containsExactlyElementsOf(ids(actor));
        assertThat(event.target()).containsExactlyElementsOf(ids(target));
    }

    private static List<String> ids(String cell) {
        return cell == null ? List.of() : Arrays.asList(cell.split(" "));
    }

    @Test
    void givesExactSubstringsInUtf16Units() {
        String text = "So 🙂 said Erdoğan. Moscow will withdraw its troops from Syria.";

        var tags = tag("Putin, Rowhani agree to meet", text);

        for (ActorTag actor : tags.actors()) {
            for (Mention mention : actor.mentions()) {
                String field =
                        mention.field().equals("title") ? "Putin, Rowhani agree to meet" : text;
                assertThat(field.substring(mention.start(), mention.end()))
                        .isEqualTo(mention.text());
            }
        }
        for (EventTag event : tags.events()) {
            String field = event.field().equals("title") ? "Putin, Rowhani agree to meet" : text;
            assertThat(field.substring(event.start(), event.end())).isEqualTo(event.text());
        }
        assertThat(tags.events()).extracting(EventTag::sentence).contains(0, 1);
    }

    @Test
    void readsNothingInPageFurniture() {
        String text =
                "The ministers met in Geneva.\n\nRelated stories\nPutin orders troops to Syria\n"
                        + "Trump bombs Iran\n\nShare this: Assad\nViews: 1440\nLeave a Reply\n"
                        + "Erdogan should resign now.";

        var tags = tag("", text);

        assertThat(tags.actors()).extracting(ActorTag::id).containsExactly("geneva");
        assertThat(tags.events()).extracting(EventTag::topic).containsExactly("talks");
    }

    private static Tags tag(String title, String text) {
        Instant time = Instant.parse("2026-03-02T10:00:00Z");
        return TAGGER.tag(
                new Article(
                        "a", null, null, null, null, title, text, "en", time, null, time, null,
                        null));
    }
}
