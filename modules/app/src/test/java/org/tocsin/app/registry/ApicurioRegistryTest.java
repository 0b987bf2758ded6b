package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A registry of another maker, which Tocsin's client must get on with as it stands. */
final class ApicurioRegistryTest implements RegistryContract {

    private static ApicurioProcess apicurio;

    @BeforeAll
    static void start() throws Exception {
        apicurio = ApicurioProcess.start(Path.of("target/apicurio"), Duration.ofMinutes(3));
        // Apicurio lets every schema follow any other until it is told not to.
        Http.Answer answer =
                new Http(apicurio.url()).put("/config", "{\"compatibility\":\"BACKWARD\"}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        if (apicurio != null) {
            apicurio.close();
        }
    }

    @Override
    public String url() {
        return apicurio.url();
    }
}
