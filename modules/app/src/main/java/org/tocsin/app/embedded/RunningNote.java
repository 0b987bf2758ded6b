package org.tocsin.app.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the system on a data folder listens, left there for other commands as {@code
 * running.properties}. {@code httpPort} is 0 where there is no dashboard.
 */
public record RunningNote(String bootstrapServers, String registryUrl, int httpPort, long pid) {

    private static final String FILE = "running.properties";

    /** The note of a process that still runs; a killed one leaves its note behind. */
    public static Optional<RunningNote> read(Path data) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var note =
                new RunningNote(
                        properties.getProperty("kafka.bootstrap.servers"),
                        properties.getProperty("schema.registry.url"),
                        Integer.parseInt(properties.getProperty("http.port", "0")),
                        Long.parseLong(properties.getProperty("pid", "0")));
        boolean alive = ProcessHandle.of(note.pid()).map(ProcessHandle::isAlive).orElse(false);
        return alive ? Optional.of(note) : Optional.empty();
    }

    void write(Path data) throws IOException {
        Path fresh = data.resolve(FILE + ".new");
        Files.writeString(
                fresh,
                """
                kafka.bootstrap.servers=%s
                schema.registry.url=%s
                http.port=%d
                pid=%d
                """
                        .formatted(bootstrapServers, registryUrl, httpPort, pid));
        Files.move(
                fresh,
                data.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }
}
