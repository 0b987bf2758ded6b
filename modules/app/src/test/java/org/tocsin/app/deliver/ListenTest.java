package org.tocsin.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.gateway.Gateway;

/** The alerts' event stream, of gateways that come and go over one log of several partitions. */
@Timeout(600)
final class ListenTest {

    private static Station station;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        station = new Station(folder, Map.of("TOCSIN_PARTITIONS", "3"));
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void goesOnAtAnotherGatewayAndAfterARestartWithNothingMissedOrTwice() throws Exception {
        Gateway one = station.open();
        Gateway two = station.open();
        var heard = new ArrayList<String>();
        List<String> rung = ring("first", 12);
        String id;
        try (var listener = new Listener(one, "start")) {
            heard.addAll(listener.alerts(7));
            id = listener.lastEventId();
        }

        rung.addAll(ring("second", 5));
        try (var listener = new Listener(two, id)) {
            heard.addAll(listener.alerts(8));
            id = listener.lastEventId();
        }
        station.close(one);
        station.close(two);
        rung.addAll(ring("third", 4));
        Gateway three = station.open();
        try (var listener = new Listener(three, id)) {
            rung.addAll(ring("fourth", 3));
            heard.addAll(listener.alerts(9));
        }

        assertThat(heard).containsExactlyInAnyOrderElementsOf(rung);
        station.close(three);
    }

    private static List<String> ring(String name, int count) {
        List<String> ids =
                new ArrayList<>(IntStream.range(0, count).mapToObj(i -> name + i).toList());
        ids.forEach(id -> station.ring(id, "canal"));
        return ids;
    }

    @Test
    void hasOneIdForAnAlertWhereverItIsRead() throws Exception {
        Gateway gateway = station.open();
        try (var inbox = new Inbox();
                var listener = new Listener(gateway, "none")) {
            station.subscribe(
                    gateway,
                    """
                    {"id": "ids", "title": "A desk", "kind": "webhook", "address": "%s"}"""
                            .formatted(inbox.url()));

            station.ring("the-one", "lighthouse");

            assertThat(listener.alerts(1)).containsExactly("the-one");
            Station.await(() -> !inbox.posts().isEmpty());
            assertThat(inbox.ids()).containsExactly("the-one");
            assertThat(inbox.posts().get(0).body()).contains("\"id\":\"the-one\"");
            var feed = station.at(gateway, "/jsonfeed/lighthouse");
            assertThat(feed.at("/items/0/_tocsin/id").asText()).isEqualTo("the-one");
            assertThat(feed.at("/items/0/id").asText()).endsWith("the-one");
            assertThat(station.send(gateway, "GET", "/atom/lighthouse", "").body())
                    .containsPattern("<id>[^<]*the-one</id>");
        }
        station.close(gateway);
    }
}
