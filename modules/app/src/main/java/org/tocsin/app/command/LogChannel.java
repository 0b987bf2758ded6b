package org.tocsin.app.command;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where log lines go. To be chosen before the first one is written: the logging library reads its
 * settings once.
 */
public final class LogChannel {

    private LogChannel() {}

    /**
     * Nowhere, for commands that answer and end: what fails is told to the user in a sentence. The
     * library is not even loaded, which saves a third of a second.
     */
    public static void quiet() {
        setUnlessGiven("slf4j.internal.verbosity", "ERROR");
        setUnlessGiven("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /**
     * For a role: a file beside the data where the broker is embedded, since the terminal shows
     * something better; else standard error, for whatever collects it. Decided from the bare
     * environment, because reading the settings already logs.
     *
     * @return the place in words
     */
    static String ofRole(Map<String, String> environment) {
        if (!environment.getOrDefault("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "").isBlank()) {
            use("log4j2-console.xml");
            return "standard error";
        }
        String data = environment.getOrDefault("TOCSIN_DATA", "").strip();
        String file = Path.of(data.isEmpty() ? "data" : data, "tocsin.log").toString();
        System.setProperty("tocsin.log.file", file);
        use("log4j2-file.xml");
        return file;
    }

    private static void use(String configuration) {
        System.clearProperty("slf4j.provider");
        setUnlessGiven("log4j2.configurationFile", configuration);
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
