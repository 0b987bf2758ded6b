package org.tocsin.app.command;

import java.nio.file.Path;

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

    /** A file in the data folder, for a terminal that shows something better. */
    static void file(Path data) {
        System.setProperty("tocsin.log.file", data.resolve("tocsin.log").toString());
        use("log4j2-file.xml");
    }

    /** Standard error, for whatever collects the logs of processes. */
    static void console() {
        use("log4j2-console.xml");
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
