package org.tocsin.bench.ingest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A JVM that this process started, with what Linux says of it. */
public final class Child implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * What to start: {@code core} is the only one it may use, negative for any; {@code jvm} are
     * options with the class path, {@code main} is the class and its arguments.
     */
    public record Command(int core, List<String> jvm, List<String> main, Map<String, String> env) {}

    /** Its standard error goes to {@code log}, its output to {@link #line()}. */
    public static Child start(Command wanted, Path log) throws IOException {
        var line = new ArrayList<String>();
        if (wanted.core() >= 0) {
            line.addAll(List.of("taskset", "-c", String.valueOf(wanted.core())));
        }
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(wanted.jvm());
        line.addAll(wanted.main());
        var builder = new ProcessBuilder(line);
        builder.environment().putAll(wanted.env());
        builder.redirectError(log.toFile());
        Process process = builder.start();
        // Also when somebody has enough of the bench and stops it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Child(process);
    }

    /**
     * Leaves the first core to a child that is measured. What this process starts from now on stays
     * off it too, unless its command says otherwise. Nothing happens where there is one core.
     */
    public static void leaveFirstCore() throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores > 1) {
            String rest = cores == 2 ? "1" : "1-" + (cores - 1);
            String self = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder("taskset", "-a", "-c", "-p", rest, self).start().waitFor();
        }
    }

    /** The class path of this process. */
    public static List<String> ownClassPath() {
        return List.of("-cp", absolute(System.getProperty("java.class.path")));
    }

    private static String absolute(String path) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(path.split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .toList());
    }

    /** The next line that it says; null at its end. */
    public String line() throws IOException {
        return lines.readLine();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** CPU time so far, in seconds, of user and system. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        // The name in parentheses may hold spaces; the fields are counted after it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** Resident memory in megabytes: {@code VmRSS} for now, {@code VmHWM} for the most so far. */
    public long megabytes(String field) throws IOException {
        for (String line : Files.readAllLines(proc("status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
