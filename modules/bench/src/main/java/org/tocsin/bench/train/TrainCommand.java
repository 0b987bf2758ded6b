package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.core.tag.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the model of topics on the labelled corpus, after telling how well it will do. */
@Command(
        name = "train",
        description =
                "Trains the tagger's model of topics, and cross-validates it beside the rules.")
public final class TrainCommand implements Callable<Integer> {

    private static final double[] IMPOSSIBLE = {0, 0.01, 0.02, 0.04};
    private static final double[] SURE = {0.4, 0.5, 0.6, 0.7};

    @Parameters(description = "Files and folders of labelled texts, ${DEFAULT-VALUE} by default.")
    private List<Path> corpus =
            List.of(
                    Path.of("modules/bench/corpus"),
                    Path.of("modules/core/src/test/resources/tag"));

    @Option(names = "--out", description = "File to write; nothing is written by default.")
    private Path out;

    @Option(
            names = "--folds",
            description = "Of the cross-validation, ${DEFAULT-VALUE} by default.")
    private int folds = 5;

    @Option(names = "--seed", description = "Of the parting into folds.")
    private long seed = 7;

    @Override
    public Integer call() throws IOException {
        Linear.disableDebugOutput();
        var tagger = new Tagger(Lexicon.shipped());
        List<Sample> samples =
                Labelled.in(corpus).stream().map(text -> Sample.of(text, tagger)).toList();
        System.out.printf("%,d texts%n", samples.size());
        if (folds > 1) {
            crossValidate(samples);
        }
        if (out != null) {
            var models = TopicModels.of(samples);
            TermsFile.write(models, samples.size(), out);
            System.out.printf("%s: %,d terms and pairs%n", out, models.features().size());
        }
        return 0;
    }

    private void crossValidate(List<Sample> samples) {
        var shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(seed));
        var judged = new HashMap<Sample, Map<String, Double>>();
        for (int fold = 0; fold < folds; fold++) {
            var learned = new ArrayList<Sample>();
            var asked = new ArrayList<Sample>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % folds == fold ? asked : learned).add(shuffled.get(i));
            }
            var models = TopicModels.of(learned);
            asked.forEach(sample -> judged.put(sample, likelihoods(models, sample)));
        }
        for (String source : sources(samples)) {
            System.out.println(source);
            List<Sample> own =
                    samples.stream().filter(s -> s.labelled().source().equals(source)).toList();
            show("rules alone", own, Sample::byRules);
            show("model alone", own, sample -> told(sample, judged.get(sample), 2, 0.5));
            for (double impossible : IMPOSSIBLE) {
                for (double sure : SURE) {
                    show(
                            "both, impossible < %.2f, sure >= %.1f".formatted(impossible, sure),
                            own,
                            sample -> told(sample, judged.get(sample), impossible, sure));
                }
            }
        }
    }

    private static Set<String> sources(List<Sample> samples) {
        var sources = new TreeSet<String>();
        samples.forEach(sample -> sources.add(sample.labelled().source()));
        return sources;
    }

    private static Map<String, Double> likelihoods(TopicModels models, Sample sample) {
        var likelihoods = new HashMap<String, Double>();
        for (String topic : EventTopic.ids()) {
            likelihoods.put(
                    topic,
                    sample.features().stream()
                            .mapToDouble(features -> models.likelihood(topic, features))
                            .max()
                            .orElse(0));
        }
        return likelihoods;
    }

    private static Set<String> told(
            Sample sample, Map<String, Double> likelihoods, double impossible, double sure) {
        var told = new TreeSet<String>();
        likelihoods.forEach(
                (topic, likelihood) -> {
                    boolean byRules = sample.byRules().contains(topic) && likelihood >= impossible;
                    if (byRules || likelihood >= sure) {
                        told.add(topic);
                    }
                });
        return told;
    }

    private static void show(
            String name, List<Sample> samples, Function<Sample, Set<String>> teller) {
        var score = new Score();
        samples.forEach(sample -> score.add(sample.labelled(), teller.apply(sample)));
        System.out.printf("%-36s %s%n", name, score);
    }
}
