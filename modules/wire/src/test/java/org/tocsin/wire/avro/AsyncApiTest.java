package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

final class AsyncApiTest {

    @Test
    void isWhatTheDocumentationHolds() throws IOException {
        String kept = Files.readString(Path.of("../../docs/asyncapi.json"));

        assertThat(AsyncApi.document())
                .as("docs/asyncapi.json is written by ./tocsin topics describe")
                .isEqualTo(kept);
    }

    @Test
    void hasAChannelForEveryTopicAndForRoutes() throws IOException {
        var channels = Json.mapper().readTree(AsyncApi.document()).get("channels");

        assertThat(channels.findValuesAsText("address"))
                .containsAll(Topics.all().stream().map(Topic::name).toList())
                .contains("news.alerts.{route}");
    }
}
