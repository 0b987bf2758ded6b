package org.tocsin.app.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Apicurio Registry as a process of its own, in memory, on a free port of loopback. */
record ApicurioProcess(Process process, String url) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\.?$");

    /**
     * @param folder where the build has unpacked it
     */
    static ApicurioProcess start(Path folder, Duration patience) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=0",
                                "-jar",
                                runner(folder).toString())
                        .redirectErrorStream(true)
                        .start();
        // The test may be killed; the registry must not outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var address = new CompletableFuture<String>();
        var reader = new Thread(() -> read(process, address), "apicurio-output");
        reader.setDaemon(true);
        reader.start();
        try {
            String found = address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new ApicurioProcess(process, found + "/apis/ccompat/v7");
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Apicurio did not start: " + e.getMessage(), e);
        }
    }

    private static Path runner(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    folder.toAbsolutePath() + " is missing: ./mvnw -pl modules/app -am verify");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Reads to the end of its output, or the process would block once the pipe is full. */
    private static void read(Process process, CompletableFuture<String> address) {
        List<String> said = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(listening.group(1));
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
        address.completeExceptionally(new IOException(String.join("\n", said)));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
