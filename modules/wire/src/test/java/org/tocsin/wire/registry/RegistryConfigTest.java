package org.tocsin.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

final class RegistryConfigTest {

    @Test
    void takesConfluentsStrategyByItsClass() {
        RegistryConfig config =
                config(
                        Map.of(
                                "value.subject.name.strategy",
                                "io.confluent.kafka.serializers.subject.TopicNameStrategy"));

        assertThat(config.registersSchemas()).isTrue();
    }

    @Test
    void refusesStrategiesThatItDoesNotHave() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () ->
                                config(
                                        Map.of(
                                                "value.subject.name.strategy",
                                                "io.confluent.kafka.serializers.subject"
                                                        + ".RecordNameStrategy")))
                .withMessageContaining("RecordNameStrategy")
                .withMessageContaining("<topic>-value");
    }

    @Test
    void refusesToRunWithoutARegistry() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new RegistryConfig(Map.of()))
                .withMessageContaining("schema.registry.url");
    }

    @Test
    void refusesSourcesOfCredentialsThatItDoesNotHave() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config(Map.of("basic.auth.credentials.source", "SASL_INHERIT")))
                .withMessageContaining("neither URL nor USER_INFO");
    }

    @Test
    void leavesKeysOfTheClientAlone() {
        RegistryConfig config = config(Map.of("bootstrap.servers", "a:9092", "acks", "all"));

        assertThat(config.values()).doesNotContainKey("acks");
    }

    private static RegistryConfig config(Map<String, ?> more) {
        var configs = new HashMap<String, Object>(more);
        configs.put("schema.registry.url", "http://registry:8081");
        return new RegistryConfig(configs);
    }
}
