package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the model of modalities on the labelled corpus, after telling how well it will do. */
@Command(
        name = "modalities",
        description =
                "Trains the tagger's model of modalities, and cross-validates it beside the rules.")
public final class ModalitiesCommand implements Callable<Integer> {

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
        List<List<Event>> texts =
                Labelled.in(corpus).stream().map(text -> Event.of(text, tagger)).toList();
        List<Event> events = texts.stream().flatMap(List::stream).toList();
        System.out.printf("%,d events found in %,d texts%n", events.size(), texts.size());
        if (folds > 1) {
            crossValidate(texts);
        }
        if (out != null) {
            int known = new ModalityModels(events).write(events.size(), out);
            System.out.printf("%s: %,d surroundings%n", out, known);
        }
        return 0;
    }

    /** By whole texts: two events of one text have most of their surroundings in common. */
    private void crossValidate(List<List<Event>> texts) {
        var shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(seed));
        int all = 0;
        int byRules = 0;
        int byModel = 0;
        for (int fold = 0; fold < folds; fold++) {
            var learned = new ArrayList<Event>();
            var asked = new ArrayList<Event>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % folds == fold ? asked : learned).addAll(shuffled.get(i));
            }
            var models = new ModalityModels(learned);
            for (Event event : asked) {
                all++;
                byRules += event.right().contains(event.terms().byRules()) ? 1 : 0;
                byModel += event.right().contains(models.of(event)) ? 1 : 0;
            }
        }
        System.out.printf(
                "right: rules alone %.4f, model over the rules %.4f%n",
                byRules / (double) all, byModel / (double) all);
    }
}
