package org.tocsin.bench;

import org.tocsin.bench.ingest.IngestBench;
import org.tocsin.bench.names.NamesBench;
import org.tocsin.bench.quality.QualityBench;
import org.tocsin.bench.train.ModalitiesCommand;
import org.tocsin.bench.train.TellingsCommand;
import org.tocsin.bench.train.TrainCommand;
import org.tocsin.bench.watch.WatchBench;
import org.tocsin.bench.window.WindowBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. */
@Command(
        name = "bench",
        description = "Measures Tocsin.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CoreBench.class,
            TrainCommand.class,
            ModalitiesCommand.class,
            TellingsCommand.class,
            WindowBench.class,
            WatchBench.class,
            PreviewBench.class,
            PipelineBench.class,
            StreamsBench.class,
            NamesBench.class,
            IngestBench.class,
            QualityBench.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
