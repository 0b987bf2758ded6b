package org.tocsin.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The chart renders to objects that a Kubernetes API server would take: no unknown or mistyped
 * field.
 */
class ChartTest {

    private static final Path CHART = Path.of("../../deploy/helm/tocsin");
    private static final String SERVERS =
            "kafka.bootstrapServers=kafka:9092,schemaRegistry.url=http://registry:8081";

    @BeforeAll
    static void needsHelm() {
        boolean required = Boolean.parseBoolean(System.getenv("TOCSIN_TEST_REQUIRE_HELM"));
        assumeTrue(
                required || helmAnswers(),
                "SKIPPED: no helm on the PATH, the chart is not checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics.partitions=8",
                "ingress.enabled=true,ingress.tlsSecret=desk-tls,service.type=LoadBalancer",
                "networkPolicy.enabled=false,topics.apply=false,roles.serve.replicas=3",
                "push.url=https://t.example/websub,push.existingSecret=p,ingress.enabled=true",
                "access.existingSecret=desk,access.settings.OIDC_ISSUER=https://login.example",
                "kafka.existingSecret=sasl,image.pullSecrets={mirror},storageClassName=fast"
            })
    void rendersOnlyWhatKubernetesKnows(String values) throws Exception {
        var rendered = helm("template", "t", CHART.toString(), "--set", SERVERS, "--set", values);

        assertThat(rendered.exit()).as(rendered.output()).isZero();
        assertThat(faultsIn(rendered.output())).isEmpty();
    }

    @Test
    void lintsWithoutAWarning() throws Exception {
        var linted = helm("lint", "--strict", CHART.toString(), "--set", SERVERS);

        assertThat(linted.exit()).as(linted.output()).isZero();
    }

    @Test
    void refusesToInstallWithoutBrokers() throws Exception {
        var rendered = helm("template", "t", CHART.toString());

        assertThat(rendered.exit()).isNotZero();
        assertThat(rendered.output()).contains("kafka.bootstrapServers is required");
    }

    @Test
    void refusesAMistypedValue() throws Exception {
        var rendered =
                helm(
                        "template",
                        "t",
                        CHART.toString(),
                        "--set",
                        SERVERS,
                        "--set",
                        "roles.tga.replicas=2");

        assertThat(rendered.exit()).isNotZero();
        assertThat(rendered.output()).contains("tga");
    }

    private static List<String> faultsIn(String manifests) throws IOException {
        // Without this the generated models have no type adapters and would accept anything.
        new JSON();
        var faults = new ArrayList<String>();
        int objects = 0;
        var yaml = new ObjectMapper(new YAMLFactory());
        for (var it = yaml.readerFor(JsonNode.class).<JsonNode>readValues(manifests);
                it.hasNext(); ) {
            JsonNode object = it.next();
            if (object != null && object.isObject()) {
                objects++;
                check(object, faults);
            }
        }
        assertThat(objects).isGreaterThan(8);
        return faults;
    }

    private static void check(JsonNode object, List<String> faults) {
        String kind = object.path("kind").asText();
        Class<?> model = ModelMapper.getApiTypeClass(object.path("apiVersion").asText(), kind);
        if (model == null) {
            faults.add(kind + ": no such kind in " + object.path("apiVersion").asText());
            return;
        }
        JsonElement json = JsonParser.parseString(object.toString());
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            JSON.getGson().fromJson(json, model);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            faults.add(kind + ": " + cause.getMessage());
        }
    }

    private record Outcome(int exit, String output) {}

    private static boolean helmAnswers() {
        try {
            return helm("version").exit() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Outcome helm(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of("helm"));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .directory(new File("."))
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("helm did not end");
        }
        return new Outcome(process.exitValue(), output);
    }
}
