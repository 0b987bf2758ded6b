package org.tocsin.core.watch;

import java.util.List;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;

/** A lexicon small enough to hold in the head. */
public final class WatchSamples {

    private static final List<String> NONE = List.of();

    private WatchSamples() {}

    public static Lexicon lexicon() {
        return Lexicon.of(
                List.of(
                        actor("russia", "Russia", ActorType.COUNTRY, null, null, "Россия"),
                        actor("turkey", "Turkey", ActorType.COUNTRY, null, null, "Türkiye"),
                        actor("syria", "Syria", ActorType.COUNTRY, null, null, "سوريا"),
                        actor("moscow", "Moscow", ActorType.PLACE, "russia", "russia", "Москва"),
                        actor("kazan", "Kazan", ActorType.PLACE, "russia", null, "Казань"),
                        actor("vladimir-putin", "Vladimir Putin", ActorType.PERSON, "russia", null),
                        actor(
                                "night-wolves",
                                "Night Wolves",
                                ActorType.ARMED_GROUP,
                                "russia",
                                null),
                        actor(
                                "islamic-state",
                                "Islamic State",
                                ActorType.ARMED_GROUP,
                                null,
                                null)));
    }

    private static Actor actor(
            String id,
            String name,
            ActorType type,
            String country,
            String capitalOf,
            String... more) {
        var names = new java.util.ArrayList<>(List.of(name));
        names.addAll(List.of(more));
        return new Actor(
                id, name, type, null, country, names, NONE, NONE, NONE, capitalOf, NONE, List.of());
    }
}
