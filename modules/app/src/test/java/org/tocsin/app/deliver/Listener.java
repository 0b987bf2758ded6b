package org.tocsin.app.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.Gateway;

/** A client of a gateway's alerts, as the specification of server-sent events has one read. */
final class Listener implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BufferedReader in;
    private String lastEventId;

    Listener(Gateway gateway, String lastEventId) throws IOException, InterruptedException {
        var stream = URI.create("http://127.0.0.1:" + gateway.port() + "/api/v1/alerts/stream");
        var request = HttpRequest.newBuilder(stream).header("Last-Event-ID", lastEventId).build();
        var body = CLIENT.send(request, BodyHandlers.ofInputStream()).body();
        this.in = new BufferedReader(new InputStreamReader(body, UTF_8));
        this.lastEventId = lastEventId;
    }

    /** What the next connection says it has read. */
    String lastEventId() {
        return lastEventId;
    }

    /** The next so many alerts' ids, in the order in which they came. */
    List<String> alerts(int count) throws IOException {
        var ids = new ArrayList<String>();
        String event = "";
        while (ids.size() < count) {
            String line = in.readLine();
            if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ") && event.equals("alert")) {
                ids.add(Json.mapper().readTree(line.substring(6)).get("id").asText());
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
