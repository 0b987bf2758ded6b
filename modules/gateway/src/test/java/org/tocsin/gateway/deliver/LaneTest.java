package org.tocsin.gateway.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.gateway.deliver.Invented.NOON;
import static org.tocsin.gateway.deliver.Invented.delivery;
import static org.tocsin.gateway.deliver.Invented.subscriber;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.deliver.Subscriber.Kind;

final class LaneTest {

    private final Lane lane = new Lane();

    private void put(Delivery delivery, long offset) {
        lane.put(delivery.key(), delivery, offset);
    }

    private List<String> take(Subscriber subscriber, Duration after) {
        return lane.take(subscriber, NOON.plus(after)).stream()
                .flatMap(batch -> batch.deliveries().stream())
                .map(Delivery::event)
                .toList();
    }

    @Test
    void tellsFewAtATimeSoonestFirst() {
        for (int i = 0; i < 6; i++) {
            put(delivery("a" + i, NOON.minusSeconds(i)), i);
        }

        List<String> first = take(subscriber(Kind.WEBHOOK, null), Duration.ZERO);

        assertThat(first).containsExactly("a5", "a4", "a3", "a2");
        assertThat(take(subscriber(Kind.WEBHOOK, null), Duration.ZERO)).isEmpty();
    }

    @Test
    void takesNothingUpAgainBeforeTheLogTellsItsOutcome() {
        Delivery delivery = delivery("a", NOON);
        put(delivery, 1);
        take(subscriber(Kind.WEBHOOK, null), Duration.ZERO);
        lane.written(delivery.key(), 7);

        put(delivery.again(NOON), 6);
        List<String> before = take(subscriber(Kind.WEBHOOK, null), Duration.ZERO);
        put(delivery.again(NOON), 7);
        List<String> after = take(subscriber(Kind.WEBHOOK, null), Duration.ZERO);

        assertThat(before).isEmpty();
        assertThat(after).containsExactly("a");
    }

    @Test
    void keepsToAMessageASecondWithAChannel() {
        Delivery one = delivery("a", NOON);
        put(one, 1);
        put(delivery("b", NOON), 2);
        Subscriber slack = subscriber(Kind.SLACK, null);

        List<String> first = take(slack, Duration.ZERO);
        lane.put(one.key(), null, Long.MAX_VALUE);

        assertThat(first).containsExactly("a");
        assertThat(take(slack, Duration.ofMillis(500))).isEmpty();
        assertThat(take(slack, Duration.ofMillis(1_500))).containsExactly("b");
    }

    @Test
    void waitsForAsLongAsItIsAskedTo() {
        put(delivery("a", NOON), 1);

        lane.pause(NOON.plusSeconds(60));

        assertThat(take(subscriber(Kind.WEBHOOK, null), Duration.ofSeconds(59))).isEmpty();
        assertThat(take(subscriber(Kind.WEBHOOK, null), Duration.ofSeconds(60))).hasSize(1);
    }

    @Test
    void putsWhatIsDueIntoOneDigestAndATestBesideIt() {
        put(delivery("a", NOON), 1);
        put(delivery("b", NOON), 2);
        put(delivery("later", NOON.plusSeconds(3600)), 3);
        put(Delivery.test("test", "desk", NOON), 4);

        List<Batch> batches = lane.take(subscriber(Kind.EMAIL, "PT1H"), NOON);

        assertThat(batches).singleElement();
        assertThat(batches.get(0).deliveries())
                .extracting(Delivery::event)
                .containsExactly("a", "b");
    }
}
