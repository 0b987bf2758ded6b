package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;

class OriginsTest {

    private final Origins origins = new Origins(Owners.shipped());

    @ParameterizedTest
    @CsvSource({
        "www.bbc.co.uk, bbc",
        "news.sky.com, comcast",
        "abcnews.go.com, disney",
        "sputniknews.com, rossiya-segodnya",
        "ria.ru, rossiya-segodnya",
        "WSJ.com, news-corp",
        "www.sacbee.com, mcclatchy",
        "newsobserver.com, mcclatchy",
        "g1.globo.com, globo",
        "english.aawsat.com, srmg",
        "timesofindia.indiatimes.com, times-group",
        "www.manchestereveningnews.co.uk, reach",
        "edition.local-paper.co.uk, local-paper.co.uk",
        "blog.example.org, example.org",
        "someone.blogspot.com, someone.blogspot.com",
        "co.uk, co.uk",
        "sport.gazette.example, gazette.example",
        "gazette.example, gazette.example",
        "Desk of the morning, desk of the morning",
        "localhost, localhost"
    })
    void namesTheOwnerOfASource(String source, String owner) {
        assertThat(origins.of(article(source, "Title", "Nothing to credit here.")))
                .isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reuters | MOSCOW (Reuters) - The ministry said on Monday that talks went on.",
                "afp | Paris - AFP - Le ministre a parlé lundi devant les députés.",
                "tass | MOSCOW, November 21. /TASS/. The ministry said talks went on.",
                "tass | МОСКВА, 21 ноября. /ТАСС/. Министерство сообщило о переговорах.",
                "dpa | Berlin (dpa) - Der Minister sprach am Montag im Bundestag.",
                "associated-press | KABUL, Afghanistan (AP) — Officials said on Monday that two"
                        + " died.",
                "xinhua | BEIJING, Nov. 21 (Xinhua) -- China will send a delegation, it said.",
                "xinhua | 新华社北京11月21日电 中国将派代表团出席会议。",
                "interfax | Москва. 21 ноября. Интерфакс - Министр выступил в парламенте.",
                "agencies | The minister spoke on Monday before the deputies. - with agencies",
                "agencies | Der Minister sprach am Montag vor den Abgeordneten. (mit Agenturen)",
                "agencies | Le ministre a parlé lundi devant les députés. Avec agences",
                "agencies | Министр выступил в понедельник. По материалам агентств",
                "agencies | عواصم - وكالات: قال الوزير يوم الاثنين إن المحادثات مستمرة.",
                "agencies | LONDON (Agencies) - The minister spoke on Monday before the deputies.",
                "afp | The minister spoke on Monday. He was to leave at night. © 2024 AFP",
                "associated-press | The minister spoke. Copyright 2024 The Associated Press.",
                "reuters | Volgens Reuters treedt de minister maandag af na een ruzie.",
                "interfax-ukraine | Міністр піде у відставку, повідомляє Інтерфакс-Україна.",
                "reuters | The minister resigned on Monday, Reuters reported, after a quarrel.",
                "reuters | The minister will resign, according to Reuters, after a quarrel.",
                "axel-springer | Der Minister tritt zurück, berichtet Bild unter Berufung auf"
                        + " Kreise.",
                "new-york-times | The New York Times reported on Monday that the envoy had left.",
                "paper.example | The minister told reporters on Monday that he would not resign.",
                "paper.example | Shares of Thomson rose; the wire said nothing of it.",
                "paper.example | She joined the AP programme at her school on Monday last."
            })
    void readsWhoIsCreditedOrRetold(String origin, String text) {
        assertThat(origins.of(article("paper.example", "A title", text))).isEqualTo(origin);
    }

    @Test
    void readsADatelineBehindCaptionsButNoPhotographersCredit() {
        String caption =
                "A man stands before a house in the old quarter on Sunday. The house was hit twice"
                        + " and nobody lives there now, neighbours say.\nAP\n";
        String news =
                "The minister spoke on Monday before the deputies of the lower house, who listened"
                        + " for an hour and asked nothing. He will travel to the north on Friday"
                        + " to see the works with his own eyes before he decides.";

        assertThat(origins.of(article("paper.example", "A title", caption + news)))
                .isEqualTo("paper.example");
        assertThat(origins.of(article("paper.example", "A title", caption + "(AFP) - " + news)))
                .isEqualTo("afp");
        String named = caption + "The Associated Press\n" + news;
        assertThat(origins.of(article("paper.example", "A title", named)))
                .isEqualTo("associated-press");
    }

    @Test
    void readsACreditAtTheEndAndInTheAuthors() {
        String text = "The minister spoke on Monday before the deputies of the lower house.";

        assertThat(origins.of(article("paper.example", "A title", text + "\nReuters")))
                .isEqualTo("reuters");
        assertThat(origins.of(article("paper.example", "A title", text + " (AFP)")))
                .isEqualTo("afp");
        Article article = article("paper.example", "A title", text);
        assertThat(
                        origins.of(
                                new Article(
                                        "a",
                                        null,
                                        null,
                                        "paper.example",
                                        null,
                                        "A title",
                                        text,
                                        null,
                                        null,
                                        null,
                                        article.fetched(),
                                        List.of("By Reuters Staff"),
                                        null)))
                .isEqualTo("reuters");
    }

    @Test
    void standsForItselfWhenNobodyIsNamed() {
        Article article =
                new Article(
                        "a", null, null, null, null, "A title", "", null, null, null, Wire.NOON,
                        null, null);

        assertThat(origins.of(article)).isEqualTo("a");
    }

    private static Article article(String source, String title, String text) {
        return new Article(
                "a", null, null, source, null, title, text, null, Wire.NOON, null, Wire.NOON,
                List.of(), List.of());
    }

    @Test
    void countsOutletsOfOneOwnerOnce() {
        var deduper = new Deduper(new InMemoryArchive());
        List<Wire.Story> retold = Wire.read("retold.txt");
        deduper.tell(
                Wire.article("a", "nypost.com", Wire.story("raid", Wire.stories()), Duration.ZERO));

        Verdict verdict =
                deduper.tell(
                                Wire.article(
                                        "b",
                                        "thesun.co.uk",
                                        Wire.story("raid-2", retold),
                                        Duration.ofHours(1)))
                        .verdict();

        assertThat(verdict.story()).isEqualTo("s-a");
        assertThat(verdict.origins()).isEqualTo(1);
    }
}
