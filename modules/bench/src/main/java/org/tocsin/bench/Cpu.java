package org.tocsin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.bench.ingest.Child;

/**
 * Seconds of CPU so far, by who took them: the threads of each stage with those of its Kafka
 * clients, the broker's process, and what else this process does (it writes the articles, compiles
 * and collects garbage, for the stages too).
 */
record Cpu(Map<String, Double> seconds) {

    private static final String BROKER = "broker";
    private static final String REST = "rest";

    static Cpu now(List<String> stages, Child broker) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var parts = new LinkedHashMap<String, Double>();
        stages.forEach(stage -> parts.put(stage, 0.0));
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            for (String stage : stages) {
                // As StageRunner's application id has it, in the names of all its threads.
                if (thread != null && thread.getThreadName().contains("tocsin-" + stage + "-")) {
                    double taken = threads.getThreadCpuTime(thread.getThreadId()) / 1e9;
                    parts.merge(stage, Math.max(0, taken), Double::sum);
                }
            }
        }
        double named = parts.values().stream().mapToDouble(each -> each).sum();
        parts.put(BROKER, broker.cpuSeconds());
        parts.put(REST, own() - named);
        return new Cpu(parts);
    }

    private static double own() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    Cpu since(Cpu before) {
        return with(before, -1);
    }

    Cpu and(Cpu other) {
        return with(other, 1);
    }

    private Cpu with(Cpu other, int sign) {
        var parts = new LinkedHashMap<String, Double>();
        seconds.forEach(
                (part, time) ->
                        parts.put(part, time + sign * other.seconds.getOrDefault(part, 0.0)));
        return new Cpu(parts);
    }

    /** Microseconds for each of so many articles: in all, and by part. */
    String each(long articles) {
        double all = seconds.values().stream().mapToDouble(each -> each).sum();
        return seconds.entrySet().stream()
                .map(part -> "%s %,.0f".formatted(part.getKey(), part.getValue() * 1e6 / articles))
                .collect(
                        Collectors.joining(
                                ", ",
                                "%,.0f µs of CPU each (".formatted(all * 1e6 / articles),
                                ")"));
    }
}
