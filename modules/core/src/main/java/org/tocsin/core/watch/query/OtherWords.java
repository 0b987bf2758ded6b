package org.tocsin.core.watch.query;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.core.tag.EventTopic;

/** What a topic is also called by people who write rules; only to tell them its id. */
final class OtherWords {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    entry("ceasefire", "truce armistice cessation pause peace"),
                    entry("withdrawal", "pullout pullback retreat drawdown"),
                    entry(
                            "military-strike",
                            "airstrike bombardment shelling missile drone artillery"),
                    entry("ground-attack", "offensive raid clash clashes ambush assault invasion"),
                    entry("bombing", "bomb blast explosion"),
                    entry("territory-change", "capture recapture liberation surrender conquest"),
                    entry("deployment", "mobilisation mobilization reinforcement troops"),
                    entry("safe-zone", "corridor buffer de-escalation no-fly"),
                    entry("chemical-weapons", "gas sarin chlorine"),
                    entry("arms-transfer", "arms-sale arms-delivery"),
                    entry("detention", "arrest arrests jailing kidnapping abduction"),
                    entry("release", "swap exchange pardon amnesty"),
                    entry("displacement", "evacuation flight refugees return"),
                    entry("talks", "meeting summit negotiation negotiations visit call"),
                    entry("agreement", "deal treaty accord pact signing ratification"),
                    entry("sanctions", "embargo"),
                    entry("threat", "ultimatum warning"),
                    entry("accusation", "blame claim allegation"),
                    entry("diplomatic-rupture", "expulsion recall"),
                    entry("resolution", "veto vote adoption"),
                    entry("election", "poll polls referendum"),
                    entry("resignation", "dismissal"),
                    entry("protest", "demonstration rally riot"),
                    entry("labour-strike", "walkout industrial-action"),
                    entry("coup", "putsch mutiny"),
                    entry("aid", "relief assistance"),
                    entry("casualties", "deaths killed wounded toll victims"));

    private OtherWords() {}

    static Set<String> topics() {
        return WORDS.keySet();
    }

    static List<String> words() {
        return WORDS.values().stream().flatMap(all -> Stream.of(all.split(" "))).toList();
    }

    /** {@code "; did you mean 'x'?"} for a topic that there is not, or all that there are. */
    static String hint(String topic) {
        String asked = topic.toLowerCase(Locale.ROOT);
        List<String> called =
                EventTopic.ids().stream()
                        .filter(
                                id ->
                                        List.of(WORDS.getOrDefault(id, "").split(" "))
                                                .contains(asked))
                        .toList();
        return called.isEmpty() || asked.isEmpty()
                ? Nearest.hint(topic, EventTopic.ids())
                : Nearest.hint(called);
    }
}
