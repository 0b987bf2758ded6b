package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.bench.quality.Grouping;
import org.tocsin.bench.quality.Newsroom;
import org.tocsin.bench.quality.Printed;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits what it weighs that two articles share this or that, to tellings whose truth is known. */
@Command(
        name = "tellings",
        description =
                "Fits the weights by which tellings of one happening are known, and cross-validates"
                        + " them beside those that are used.")
public final class TellingsCommand implements Callable<Integer> {

    @Parameters(description = "Files of tellings, ${DEFAULT-VALUE} by default.")
    private List<Path> files =
            List.of(
                    Path.of(
                            "modules/core/src/test/resources/org/tocsin/core/dedupe/happenings.txt"),
                    Path.of(
                            "modules/core/src/test/resources/org/tocsin/core/dedupe/look-alikes.txt"),
                    Path.of("modules/bench/tellings/march.txt"));

    @Option(
            names = "--happenings",
            description = "Invented ones that are told beside them, ${DEFAULT-VALUE} by default.")
    private int happenings = 600;

    @Option(names = "--seed", description = "Of the invented ones.")
    private long seed = 7;

    @Option(names = "--folds", description = "Of the cross-validation, by whole happenings.")
    private int folds = 8;

    @Override
    public Integer call() throws IOException {
        Linear.disableDebugOutput();
        for (Path file : files) {
            show(file.getFileName().toString(), Tellings.in(List.of(file)));
        }
        List<Pair> written = Pair.of(Tellings.in(files));
        List<Pair> invented = Pair.of(Newsroom.news(happenings, seed));
        System.out.printf(
                "%,d pairs of tellings, of one happening %,d; invented %,d, %,d%n",
                written.size(), together(written), invented.size(), together(invented));
        crossValidate(written, invented);
        var all = new TellingWeights(written, invented);
        System.out.printf("%-16s %8s %8s%n", "question", "fitted", "used");
        for (Question question : Question.values()) {
            System.out.printf("%-16s %8.2f %8.2f%n", question, all.of(question), question.weight());
        }
        return 0;
    }

    /** The stories that dedupe makes of them. */
    private static void show(String name, List<Printed> pages) {
        var deduper = new Deduper(new InMemoryArchive());
        List<String> found =
                pages.stream().map(page -> deduper.tell(page.article()).verdict().story()).toList();
        List<String> truth = pages.stream().map(Printed::story).toList();
        System.out.println(Grouping.of(truth, found).row(name));
    }

    private static long together(List<Pair> pairs) {
        return pairs.stream().filter(Pair::together).count();
    }

    private void crossValidate(List<Pair> written, List<Pair> invented) {
        var fitted = new PairScore();
        var used = new PairScore();
        for (int fold = 0; fold < folds; fold++) {
            var learned = new ArrayList<Pair>();
            var asked = new ArrayList<Pair>();
            for (Pair pair : written) {
                boolean mine = Math.floorMod(pair.happening().hashCode(), folds) == fold;
                (mine ? asked : learned).add(pair);
            }
            var weights = new TellingWeights(learned, invented);
            for (Pair pair : asked) {
                fitted.add(pair.together(), weights.odds(pair));
                used.add(pair.together(), pair.compared().odds());
            }
        }
        System.out.println("fitted, not to those asked: " + fitted);
        System.out.println("used:                       " + used);
    }
}
