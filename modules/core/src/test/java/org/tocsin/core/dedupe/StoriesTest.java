package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {

    private final Deduper deduper = new Deduper(new InMemoryArchive());
    private final Map<String, Verdict> wire = new HashMap<>();

    private void tellTheWire() {
        for (Wire.Story story : Wire.stories()) {
            wire.put(story.id(), tell("wire.example", story.id(), story, Duration.ZERO));
        }
    }

    private Verdict tell(String source, String id, Wire.Story story, Duration after) {
        return deduper.tell(Wire.article(id, source, story, after)).verdict();
    }

    static Stream<String> retold() {
        return Wire.read("retold.txt").stream().map(Wire.Story::id);
    }

    static Stream<String> related() {
        return Wire.read("related.txt").stream().map(Wire.Story::id);
    }

    @ParameterizedTest
    @MethodSource("retold")
    void joinsAHappeningToldInOtherWords(String id) {
        tellTheWire();
        Wire.Story story = Wire.story(id, Wire.read("retold.txt"));

        Verdict verdict = tell("paper.example", id, story, Duration.ofHours(4));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(verdict.story()).isEqualTo(wire.get(id.replaceFirst("-\\d$", "")).story());
        assertThat(verdict.origins()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("related")
    void keepsAnotherHappeningOfTheSamePlacesAndPeopleApart(String id) {
        tellTheWire();
        Wire.Story story = Wire.story(id, Wire.read("related.txt"));

        Verdict verdict = tell("paper.example", id + "-x", story, Duration.ofHours(4));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(verdict.story()).isEqualTo("s-" + id + "-x");
    }

    @Test
    void keepsReportsOfOneTemplateApart() {
        var stories = new ArrayList<String>();
        var verdicts = new ArrayList<Verdict.Kind>();
        List<Wire.Story> reports = Wire.read("templates.txt");
        for (int i = 0; i < reports.size(); i++) {
            Verdict verdict =
                    tell("wire.example", reports.get(i).id(), reports.get(i), Duration.ofHours(i));
            stories.add(verdict.story());
            verdicts.add(verdict.verdict());
        }

        assertThat(verdicts).containsOnly(Verdict.Kind.NEW);
        assertThat(stories).doesNotHaveDuplicates();
    }

    @Test
    void startsAnewOnceAStoryWentQuiet() {
        tellTheWire();
        Wire.Story story = Wire.story("raid-2", Wire.read("retold.txt"));

        Verdict verdict = tell("paper.example", "late", story, Duration.ofHours(80));

        assertThat(verdict.story()).isEqualTo("s-late");
    }

    @Test
    void joinsIndependentReportsThatNameTheSameShipAndShore() {
        Verdict first =
                tell(
                        "wire.example",
                        "trawler",
                        new Wire.Story(
                                "trawler",
                                "Trawler founders off Skarvik, six feared drowned",
                                """
                                A trawler with fourteen men on board sank in a gale off Skarvik on \
                                Monday, and six of them are feared drowned, the coast guard said.
                                A helicopter lifted eight from a raft before dusk.
                                The Gunnhild Marie, built in 1988, had left Tornes at noon with \
                                a full hold, said its owner, Anders Lokke."""),
                        Duration.ZERO);

        Verdict other =
                tell(
                        "paper.example",
                        "search",
                        new Wire.Story(
                                "search",
                                "Search for six men of lost trawler near Skarvik",
                                """
                                Ships combed the sea near Skarvik on Monday for the crew of the \
                                Gunnhild Marie, a trawler that went down after it had sailed from \
                                Tornes. A helicopter had found eight on a raft; fears for the other \
                                six, perhaps drowned in the gale, were growing, a pastor said.
                                Its engine failed, survivors told him."""),
                        Duration.ofHours(3));

        assertThat(other.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(other.story()).isEqualTo(first.story());
    }

    @Test
    void keepsTwoDaysInOnePlaceApartHoweverManyNamesTheyShare() {
        Verdict first =
                tell(
                        "wire.example",
                        "one",
                        new Wire.Story(
                                "one",
                                "Obus sur Belmarais",
                                """
                                Trois obus se sont abattus lundi sur le quartier de Grandpré à \
                                Belmarais, selon le maire Luc Tévenard, qui a fait fermer les \
                                écoles. Les pompiers ont éteint un incendie dans un entrepôt."""),
                        Duration.ZERO);

        Verdict next =
                tell(
                        "paper.example",
                        "two",
                        new Wire.Story(
                                "two",
                                "Belmarais de nouveau sous les tirs",
                                """
                                Un pont de Belmarais a été détruit mardi par des obus tombés près \
                                de Grandpré. Luc Tévenard, le maire, a demandé aux habitants de \
                                rester chez eux et les écoles demeurent fermées."""),
                        Duration.ofHours(20));

        assertThat(next.story()).isNotEqualTo(first.story());
    }

    private static final String CONVOY =
            """
            Gunmen ambushed an army convoy near Adrar Sul on Monday, killing eleven soldiers of \
            the Tazirt garrison, a regional governor said. Two lorries were burned.""";

    @Test
    void followsAHappeningThroughTheNextDay() {
        Verdict first = tell("Eleven soldiers die near Adrar Sul", CONVOY, "wire.example", 0);

        Verdict sequel =
                tell(
                        "Front of the Dunes claims convoy attack",
                        """
                        A group that calls itself Front of the Dunes said on Tuesday that its men \
                        had killed eleven soldiers of the Tazirt garrison near Adrar Sul on \
                        Monday, and showed rifles that it had taken.""",
                        "paper.example",
                        21);

        assertThat(sequel.story()).isEqualTo(first.story());
    }

    @Test
    void keepsTheNextAttackApartThoughItNamesTheDayBefore() {
        Verdict first = tell("Eleven soldiers die near Adrar Sul", CONVOY, "wire.example", 0);

        Verdict next =
                tell(
                        "Four more soldiers die near Adrar Sul",
                        """
                        Another convoy of the Tazirt garrison ran into an ambush near Adrar Sul on \
                        Tuesday and four soldiers died, the army said, after it had lost eleven \
                        there on Monday.""",
                        "paper.example",
                        21);

        assertThat(next.story()).isNotEqualTo(first.story());
    }

    private Verdict tell(String title, String text, String source, int hours) {
        return tell(source, title, new Wire.Story(title, title, text), Duration.ofHours(hours));
    }

    @Test
    void doesNotLeadFromOneHappeningToTheNextThroughATellingOfNeither() {
        String base =
                """
                An Orlen air raid hit a %s in the Sabra district of Port Azim on Monday, killing \
                at least %s people, medics said. The Orlen army said that it had targeted a \
                commander of the %s and had taken steps to reduce harm to civilians.""";
        String school =
                base.formatted("school where families sheltered", "fourteen", "Azim Brigades");
        String tents = base.formatted("row of tents by the harbour", "nine", "Shore Guard");
        Verdict first = tell("Orlen raid on school kills fourteen", school, "wire.example", 0);
        Verdict army =
                tell(
                        "Army: Azim Brigades hit in Sabra",
                        """
                        Fighter jets struck men of the Azim Brigades who used a former school in \
                        the Sabra district of Port Azim on Monday, the Orlen army said. Medics \
                        reported fourteen dead.""",
                        "state.example",
                        1);

        Verdict next = tell("Orlen raid on tents kills nine", tents, "wire.example", 2);

        assertThat(army.story()).isEqualTo(first.story());
        assertThat(next.story()).isNotEqualTo(first.story());
    }

    @Test
    void doesNotChainTwoDaysThroughATellingThatNamesNone() {
        String sunday = tellOfDrone("one", "on Sunday", "a house at Tarn Kot");
        String none = tellOfDrone("two", "after dusk", "a truck at Tarn Kot");

        String friday = tellOfDrone("three", "on Friday", "a truck and a house at Tarn Kot");

        assertThat(none).isEqualTo(sunday);
        assertThat(friday).isEqualTo("s-three");
    }

    @Test
    void keepsTwoDatesApartWhereNothingElseTellsWhenTheyWere() {
        String first = tellOfDrone("one", "on 4 March", "a house at Tarn Kot");

        String other = tellOfDrone("two", "on 9 March", "a truck at Tarn Kot");
        String same = tellOfDrone("three", "on March 4th", "a house outside Tarn Kot");

        assertThat(other).isEqualTo("s-two");
        assertThat(same).isEqualTo(first);
    }

    @Test
    void joinsReportsOfADayThatSpeakOfTomorrow() {
        Verdict one =
                tell(
                        "wire.example",
                        "one",
                        new Wire.Story(
                                "one",
                                "Ravel orders fleet out of Port Amber",
                                """
                                President Ivo Ravel on Monday ordered the fleet to leave Port \
                                Amber and said the ships would sail on Tuesday, an admiral said."""),
                        Duration.ZERO);

        Verdict other =
                tell(
                        "paper.example",
                        "other",
                        new Wire.Story(
                                "other",
                                "Fleet to sail from Port Amber on Tuesday",
                                """
                                The fleet will leave Port Amber on Tuesday, President Ivo Ravel \
                                ordered at a meeting with admirals on Monday, his office said."""),
                        Duration.ofHours(2));

        assertThat(other.story()).isEqualTo(one.story());
    }

    @Test
    void joinsReportsOfOneNightFromTwoZonesThatNameTheDate() {
        String text =
                """
                Tavia fired nine rockets at Fort Ember on %s, hours after its envoy had left, the \
                ministry of Orlen said. "At 22:30 on May 13 nine rockets hit the hangars of Fort \
                Ember and two men are missing," it said in a statement.""";

        String there =
                tell("there.example", "a", rockets(text.formatted("Tuesday night")), Duration.ZERO)
                        .story();
        String here =
                tell("here.example", "b", rockets(text.formatted("Wednesday")), Duration.ofHours(2))
                        .story();

        assertThat(here).isEqualTo(there);
    }

    private static Wire.Story rockets(String text) {
        return new Wire.Story("rockets", "Tavia fires rockets at Fort Ember", text);
    }

    private String tellOfDrone(String id, String when, String what) {
        String text =
                """
                A drone fired two missiles %s at %s in the Khor valley, killing four suspected \
                militants, two security officials said, and villagers dug in the rubble for more."""
                        .formatted(when, what);
        var story = new Wire.Story(id, "Drone kills four suspected militants in Khor", text);
        return tell(id + ".example", id, story, Duration.ZERO).story();
    }
}
