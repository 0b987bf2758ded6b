package org.tocsin.bench.names;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@link FindNames} and says what it found as megabytes and articles a second. */
@Command(name = "names", description = "Names found in texts by one core, beside two others.")
public final class NamesBench implements Callable<Integer> {

    @Option(
            names = "--names",
            split = ",",
            description = "How many names, 0 for the shipped ones; 0,100000,500000 by default.")
    private String[] names = {"0", "100000", "500000"};

    @Option(
            names = "--finders",
            split = ",",
            description = "Of tocsin, hash-map-trie and aho-corasick; all by default.")
    private String[] finders = {"tocsin", "hash-map-trie", "aho-corasick"};

    @Option(names = "--rounds", description = "Counted rounds of a second, 5 by default.")
    private int rounds = 5;

    @Override
    public Integer call() throws Exception {
        var options =
                new OptionsBuilder()
                        .include(FindNames.class.getName())
                        .mode(Mode.Throughput)
                        .timeUnit(TimeUnit.SECONDS)
                        .param("names", names)
                        .param("finder", finders)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs("-Xmx4g", "-XX:+UseSerialGC")
                        .forks(1)
                        .build();
        long letters = FindNames.texts().stream().mapToLong(String::length).sum();
        System.out.printf("%n%-16s %10s %10s %14s%n", "finder", "names", "MB/s", "articles/s");
        for (RunResult result : new Runner(options).run()) {
            double passes = result.getPrimaryResult().getScore();
            System.out.printf(
                    "%-16s %10s %,10.0f %,14.0f%n",
                    result.getParams().getParam("finder"),
                    result.getParams().getParam("names"),
                    passes * letters / 1e6,
                    passes * FindNames.ARTICLES);
        }
        return 0;
    }
}
