package org.tocsin.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry behind a certificate that only our trust store knows. */
final class RegistryTlsTest {

    private static final String PASSWORD = "changeit";
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    @TempDir private static Path folder;

    private static Path keys;
    private static Path trusted;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = folder.resolve("keys.p12");
        trusted = folder.resolve("trusted.pem");
        keytool(
                "-genkeypair -alias registry -keyalg EC -dname CN=localhost -validity 2 -storetype"
                        + " PKCS12 -ext san=ip:127.0.0.1,dns:localhost");
        keytool("-exportcert -alias registry -rfc -file " + trusted);
    }

    @Test
    void isTrustedByThePrefixedKeys() throws Exception {
        try (var server = StubServer.startTls(serverContext())) {
            server.answering(200, "{\"id\":7}");

            int id =
                    registry(
                                    server,
                                    Map.of(
                                            "schema.registry.ssl.truststore.type",
                                            "PEM",
                                            "schema.registry.ssl.truststore.location",
                                            trusted.toString()))
                            .register("s", TEXT);

            assertThat(id).isEqualTo(7);
        }
    }

    @Test
    void readsStoresWithPasswords() throws Exception {
        try (var server = StubServer.startTls(serverContext())) {
            server.answering(200, "{\"id\":7}");

            int id =
                    registry(
                                    server,
                                    Map.of(
                                            "schema.registry.ssl.truststore.type",
                                            "PKCS12",
                                            "schema.registry.ssl.truststore.location",
                                            keys.toString(),
                                            "schema.registry.ssl.truststore.password",
                                            PASSWORD))
                            .register("s", TEXT);

            assertThat(id).isEqualTo(7);
        }
    }

    /** The broker's trust store says nothing about the registry. */
    @Test
    void isNotTrustedByTheBrokersKeys() throws Exception {
        try (var server = StubServer.startTls(serverContext())) {
            server.answering(200, "{\"id\":7}");
            RestRegistry registry =
                    registry(
                            server,
                            Map.of(
                                    "ssl.truststore.type",
                                    "PEM",
                                    "ssl.truststore.location",
                                    trusted.toString()));

            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> registry.register("s", TEXT))
                    .withMessageContaining("certification path");
        }
    }

    private static RestRegistry registry(StubServer server, Map<String, ?> tls) {
        var configs = new HashMap<String, Object>(tls);
        configs.put("schema.registry.url", "https://" + server.address());
        configs.put("max.retries", 0);
        return new RestRegistry(new RegistryConfig(configs));
    }

    private static SSLContext serverContext() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String arguments) throws Exception {
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString()),
                                Arrays.stream(arguments.split(" ")),
                                Stream.of("-keystore", keys.toString(), "-storepass", PASSWORD))
                        .flatMap(words -> words)
                        .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
