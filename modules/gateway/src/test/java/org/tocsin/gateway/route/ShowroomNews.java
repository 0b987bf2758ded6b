package org.tocsin.gateway.route;

import java.util.List;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/**
 * The news of the showroom: stories in four scripts, a thread that many tell, and on demand a
 * crowd.
 */
final class ShowroomNews {

    private final ShowroomLog log;
    private int beats;

    ShowroomNews(ShowroomLog log) {
        this.log = log;
    }

    private static final String[][] STORIES = {
        {"military-strike", "Strikes hit fuel depot outside Port Sudan, army says"},
        {"talks", "Envoys return to Geneva for a fourth round on the grain corridor"},
        {"ceasefire", "الأمم المتحدة ترحب بإعلان الهدنة في الحديدة"},
        {"labour-strike", "Dockers in Rotterdam walk out for a second day over rosters"},
        {"sanctions", "Council renews sanctions on shipping insurers for six months"},
        {"election", "Second round set for 14 June after no candidate passes half"},
        {"displacement", "Thousands leave the river towns as water and shelling rise"},
        {"aid", "First convoy in three weeks reaches the eastern districts"},
        {"resignation", "נשיא בית המשפט העליון הודיע על פרישתו"},
    };

    void furnish() {
        int n = 0;
        for (String[] story : STORIES) {
            String id = "s" + n;
            log.tell(
                    id,
                    id + "-1",
                    Verdict.Kind.NEW,
                    null,
                    story[1],
                    "Body of it.",
                    story[0],
                    600 - n * 61,
                    "wire" + n % 3 + ".example",
                    1 + n % 4);
            for (int copy = 0; copy < n % 4; copy++) {
                log.tell(
                        id,
                        id + "-c" + copy,
                        Verdict.Kind.COPY,
                        id + "-1",
                        story[1],
                        "Body of it.",
                        story[0],
                        590 - n * 61,
                        "outlet" + copy + ".example",
                        1 + n % 4);
            }
            n++;
        }
        ceasefire();
        log.tell(
                "st-t2",
                "a9",
                Verdict.Kind.NEW,
                null,
                "Armoured column crosses the Halwan line overnight, residents and monitors say",
                "Residents heard engines from midnight on. Monitors counted some forty vehicles.",
                "ground-attack",
                3,
                "monitor.example",
                1);
        log.alert(
                "t2",
                1,
                "troops",
                Alert.Kind.NEW,
                Severity.CRITICAL,
                2,
                "a9",
                "Armoured column crosses the Halwan line overnight, residents and monitors say",
                3);
        log.alert(
                "t3",
                1,
                "hodeidah",
                Alert.Kind.UPDATE,
                Severity.MEDIUM,
                45,
                "s2-1",
                "الأمم المتحدة ترحب بإعلان الهدنة في الحديدة",
                2);
        log.alert(
                "t4",
                1,
                "ports",
                Alert.Kind.NEW,
                Severity.LOW,
                130,
                "s3-1",
                "Dockers in Rotterdam walk out for a second day over rosters",
                1);
        log.alert(
                "t5",
                2,
                "troops",
                Alert.Kind.CORRECTED,
                Severity.HIGH,
                200,
                "x",
                "Ministry denies that the 4th brigade has left its barracks",
                1);
        log.alert(
                "t6",
                4,
                "sanctions",
                Alert.Kind.EXPIRED,
                Severity.MEDIUM,
                5000,
                "s4-1",
                "Council renews sanctions on shipping insurers for six months",
                2);
        log.alert(
                "t7",
                1,
                "judges",
                Alert.Kind.NEW,
                Severity.MEDIUM,
                320,
                "s8-1",
                "נשיא בית המשפט העליון הודיע על פרישתו",
                1);
        log.alert(
                "t8",
                1,
                "ports",
                Alert.Kind.NEW,
                Severity.HIGH,
                410,
                "s0-1",
                "Strikes hit fuel depot outside Port Sudan, army says",
                2);
    }

    private void ceasefire() {
        String first =
                "Ankara and Moscow announced a ceasefire in the northern province on Tuesday, to"
                        + " take effect at midnight. The truce covers the highway and both river"
                        + " crossings, officials said. Convoys of aid are to follow within two days if"
                        + " the guns stay silent.";
        String second =
                "A cessation of hostilities announced by Russia and Turkey came into force at"
                        + " midnight, monitors in the province said. Two shells fell near the eastern"
                        + " crossing in the first hour, but nobody claimed them and the line has been"
                        + " quiet since.";
        log.tell(
                "sc",
                "c1",
                Verdict.Kind.NEW,
                null,
                "Russia and Turkey announce ceasefire in northern province",
                first,
                "ceasefire",
                95,
                "anadolu.example",
                1);
        log.tell(
                "sc",
                "c2",
                Verdict.Kind.COPY,
                "c1",
                "Ceasefire announced in northern province",
                first,
                "ceasefire",
                92,
                "harbour-post.example",
                1);
        log.tell(
                "sc",
                "c3",
                Verdict.Kind.COPY,
                "c1",
                "Truce for the north",
                first,
                "ceasefire",
                90,
                "valley-times.example",
                1);
        log.tell(
                "sc",
                "c4",
                Verdict.Kind.NEW,
                null,
                "Guns fall silent as Russian-Turkish truce takes hold",
                second,
                "ceasefire",
                8,
                "monitor.example",
                2);
        String headline = "Guns fall silent as Russian-Turkish truce takes hold";
        log.ring(
                1,
                Alert.Kind.NEW,
                Severity.HIGH,
                95,
                "c1",
                "Russia and Turkey announce ceasefire in northern province",
                1,
                List.of("c1"),
                List.of(
                        ShowroomLog.mark("c1", first, "Moscow", "actor:Russia", "russia"),
                        ShowroomLog.mark("c1", first, "Ankara", "actor:Turkey", "turkey"),
                        ShowroomLog.mark(
                                "c1",
                                first,
                                "ceasefire",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire"),
                        ShowroomLog.mark(
                                "c1",
                                first,
                                "truce",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire")));
        log.ring(
                2,
                Alert.Kind.ESCALATED,
                Severity.CRITICAL,
                8,
                "c4",
                headline,
                2,
                List.of("c1", "c2", "c3", "c4"),
                List.of(
                        ShowroomLog.mark("c4", second, "Russia", "actor:Russia", "russia"),
                        ShowroomLog.mark("c4", second, "Turkey", "actor:Turkey", "turkey"),
                        ShowroomLog.mark(
                                "c4",
                                second,
                                "cessation of hostilities",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire")));
    }

    void crowd() {
        String[] watchlists = {"ports", "troops", "sanctions", "judges", "hodeidah"};
        for (int n = 0; n < 1_000; n++) {
            log.alert(
                    "crowd" + n,
                    1,
                    watchlists[n % watchlists.length],
                    Alert.Kind.values()[n % 3],
                    Severity.values()[n % 7 % 4],
                    10 + n,
                    "s" + n % STORIES.length + "-1",
                    STORIES[n % STORIES.length][1] + " (" + n + ")",
                    1 + n % 5);
        }
    }

    void happen() {
        int n = ++beats;
        int minutes = -log.minutesOpen();
        if (n % 3 == 0) {
            log.alert(
                    "live" + n,
                    1,
                    "ports",
                    Alert.Kind.NEW,
                    Severity.values()[n / 3 % 4],
                    minutes,
                    "z" + n,
                    "Pilots ground flights at a third airport (" + n + ")",
                    1);
        } else if (n % 3 == 1) {
            log.alert(
                    "t2",
                    1 + n,
                    "troops",
                    Alert.Kind.UPDATE,
                    Severity.CRITICAL,
                    minutes,
                    "a9",
                    "Armoured column crosses the Halwan line; a second brigade follows (" + n + ")",
                    3 + n);
        } else {
            log.tell(
                    "l" + n,
                    "l" + n,
                    Verdict.Kind.NEW,
                    null,
                    "Another happening of the day, number " + n,
                    "Text.",
                    "talks",
                    minutes,
                    "wire1.example",
                    1);
        }
    }
}
