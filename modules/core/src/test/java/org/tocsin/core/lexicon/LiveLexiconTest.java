package org.tocsin.core.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.ActorType;

class LiveLexiconTest {

    private static final Lexicon SHIPPED =
            Lexicon.of(
                    List.of(
                            Actor.named("ana-birk", "Ana Birk", ActorType.PERSON, List.of()),
                            Actor.named("sulmare", "Sulmare", ActorType.PLACE, List.of())));

    private final LiveLexicon live = new LiveLexicon(SHIPPED);

    @Test
    void addsNamesToAShippedActorAndTakesThemBack() {
        live.put("ana-birk", entry("ana-birk", "Ana Birk", "Die Birk"));
        List<Actor> added = live.now().named("Die Birk");
        live.put("ana-birk", null);

        assertThat(added)
                .containsExactly(
                        Actor.named("ana-birk", "Ana Birk", ActorType.PERSON, List.of("Die Birk")));
        assertThat(live.now().named("Die Birk")).isEmpty();
        assertThat(live.now().named("Ana Birk")).hasSize(1);
    }

    @Test
    void hasTheSameVersionWheneverItSaysTheSame() {
        String before = live.now().version();
        live.put("jon-rask", entry("jon-rask", "Jon Rask"));
        String with = live.now().version();
        var other = new LiveLexicon(SHIPPED);
        other.put("jon-rask", entry("jon-rask", "Jonas Rask"));
        other.now();
        other.put("jon-rask", entry("jon-rask", "Jon Rask"));
        live.put("jon-rask", null);

        assertThat(with).isNotEqualTo(before).isEqualTo(other.now().version());
        assertThat(live.now().version()).isEqualTo(before);
    }

    @Test
    void keepsThousandsOfAdditionsWhileOneOfThemChanges() {
        for (int i = 0; i < 3_000; i++) {
            live.put("rask-" + i, entry("rask-" + i, "Jon Rask the " + i + "th"));
        }
        live.now();

        live.put("rask-7", entry("rask-7", "Jon Rask the Last"));
        live.put("rask-8", null);

        assertThat(live.now().named("Jon Rask the 7th")).isEmpty();
        assertThat(live.now().named("Jon Rask the 8th")).isEmpty();
        assertThat(live.now().named("Jon Rask the 9th")).hasSize(1);
        assertThat(live.now().named("Jon Rask the Last")).hasSize(1);
        assertThat(live.now().byId("rask-8")).isEmpty();
        assertThat(live.entries()).hasSize(2_999);
    }

    private static LexiconEntry entry(String id, String name, String... names) {
        return new LexiconEntry(
                id, name, ActorType.PERSON, null, null, List.of(names), null, Instant.EPOCH);
    }
}
