package org.tocsin.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bundled watchlists: a file for each desk, showing the rule language feature by feature. */
public final class SampleWatchlists {

    private SampleWatchlists() {}

    /** The files' names, for messages about a place in one. */
    public static List<String> files() {
        return List.of("mena-desk.yaml", "world-desk.yaml", "economy-desk.yaml");
    }

    /** The text of one of the files, in YAML. */
    public static String text(String file) {
        String resource = "/sample/watchlists/" + file;
        try (InputStream in = SampleWatchlists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample watchlists called " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
