package org.tocsin.app.lines;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What surrounds a command: data come and go on the first two streams, words for people on the
 * third, and settings are in the environment.
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    /** Whether words for people may be coloured: a person looks on, and did not object. */
    public boolean isColoured() {
        return System.console() != null
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
