package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A dispatch told anew sentence by sentence is a copy; a report of one's own is not. */
class RewritingTest {

    private static final Wire.Story SENT =
            new Wire.Story(
                    "sent",
                    "Dam in Orvel valley gives way after two days of rain",
                    """
                    ORVEL, May 12 (AP) - An earthen dam in the Orvel valley burst before dawn on \
                    Sunday after two days of rain, sweeping away 38 houses and killing at least \
                    seven people, civil defence chief Ilva Dorn said.
                    Residents of the village of Tarnika climbed onto the roof of the grain silo, \
                    where soldiers in boats picked up 64 of them by noon.
                    "The siren never sounded, we woke because the dog was swimming," said Petra \
                    Molk, a beekeeper who lost all of her 90 hives.
                    Engineers had warned in 2019 that the spillway was too narrow, according to a \
                    report that the Orvel district council kept in a drawer. The mayor, Hannes \
                    Quill, denied having read it.
                    The railway between Orvel and Kessin is closed for at least a week, and the \
                    sugar mill in Kessin stopped work because its cellars are under water.""");

    private static final Wire.Story RETOLD =
            new Wire.Story(
                    "retold",
                    "Seven die as dam bursts in Orvel valley",
                    """
                    At least seven people died and 38 houses were swept away when, following two \
                    days of rain, an earth dam in the valley of Orvel gave way early on Sunday, \
                    Ilva Dorn, who heads civil defence, has said.
                    In the village Tarnika the residents saved themselves on a silo's roof; by \
                    noon boats of soldiers had collected 64.
                    Petra Molk, who keeps bees and lost 90 hives, said no siren had sounded: "We \
                    woke since the dog swam."
                    A report kept in a drawer by the council of the Orvel district shows that in \
                    2019 engineers gave warning of a spillway too narrow. Mayor Hannes Quill \
                    denies that he read it.
                    For a week at least no railway will run from Orvel to Kessin, whose sugar \
                    mill has stopped working with water in the cellars.""");

    private static final Wire.Story ANOTHER =
            new Wire.Story(
                    "another",
                    "Questions for the council after Orvel flood",
                    """
                    Hannes Quill slept through the worst night of his valley, and on Sunday \
                    evening he had to explain it to people who had lost everything.
                    The mayor came to the school gymnasium where the homeless of Tarnika lie on \
                    mats, among them a beekeeper, Petra Molk, and three generations of the \
                    Sorbel family.
                    Somebody threw a shoe. He promised 500 crowns for every household and an \
                    inquiry, and left by the back door after nine minutes.
                    Seven coffins had been ordered from Kessin by then. The undertaker had only \
                    five, and no train to bring the others.
                    Upstream, what is left of the wall looks like a bitten loaf. Sheep graze on \
                    it as if nothing had happened.""");

    @Test
    void knowsADispatchThatWasRewrittenSentenceBySentence() {
        assertThat(second(SENT, RETOLD)).isEqualTo(Verdict.Kind.COPY);
        assertThat(second(RETOLD, SENT)).isEqualTo(Verdict.Kind.COPY);
    }

    @Test
    void leavesAReportOfOnesOwnAlone() {
        assertThat(second(SENT, ANOTHER)).isEqualTo(Verdict.Kind.NEW);
        assertThat(second(ANOTHER, SENT)).isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void partsARewriteThatCountsOtherThings() {
        String other =
                RETOLD.text()
                        .replace("seven", "twelve")
                        .replace("38", "61")
                        .replace("two days", "five days");

        assertThat(second(SENT, new Wire.Story("other", "Dam bursts", other)))
                .isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void readsANumberWithItsUnitAsTheNumberAlone() {
        assertThat(code("107km")).isEqualTo(code("107"));
        assertThat(code("05")).isEqualTo(code("5th")).isEqualTo(code("5"));
        assertThat(code("107km")).isNotEqualTo(code("108km"));
    }

    private static short code(String word) {
        return Codes.shipped().of(Tokens.of(word), 0, false);
    }

    private static Verdict.Kind second(Wire.Story first, Wire.Story second) {
        var deduper = new Deduper(new InMemoryArchive());
        deduper.tell(Wire.article("a", "wire.example", first, Duration.ZERO));
        return deduper.tell(Wire.article("b", "paper.example", second, Duration.ofHours(3)))
                .verdict()
                .verdict();
    }
}
