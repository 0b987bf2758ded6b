package org.tocsin.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.lines.JsonLines.NobodyListens;
import org.tocsin.app.lines.Terminal;
import org.tocsin.wire.settings.BadSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line: knows the commands and what their failures look like. */
@Command(
        name = "tocsin",
        description = "Listens to the news and rings when what you watch happens.",
        versionProvider = TocsinCommand.Version.class,
        footer = {
            "",
            "First look:   tocsin demo, then http://localhost:8080",
            "Try a rule:   tocsin parse feed.xml | tocsin backtest --watchlists rules.yaml"
        })
public final class TocsinCommand implements Runnable {

    @Mixin private Help help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    @Spec private CommandSpec spec;

    private TocsinCommand() {}

    /** Runs what the arguments ask for and returns the exit status: 0 done, 1 failed, 2 misused. */
    public static int run(Terminal terminal, String... arguments) {
        return line(terminal).execute(arguments);
    }

    static CommandLine line(Terminal terminal) {
        var line = new CommandLine(new TocsinCommand());
        Commands.all(terminal).forEach(line::addSubcommand);
        line.getSubcommands().get("feeds").addSubcommand(new FeedsAddCommand(terminal));
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, command, terminal));
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    private static int failed(Exception e, CommandLine command, Terminal terminal) {
        if (e instanceof NobodyListens) {
            return CommandLine.ExitCode.OK;
        }
        if (e instanceof Misuse) {
            terminal.err().println(e.getMessage());
            command.usage(terminal.err());
            return CommandLine.ExitCode.USAGE;
        }
        if (e instanceof BadSettings bad) {
            bad.faults().forEach(fault -> terminal.err().println("tocsin: " + fault));
        } else if (isForPeople(e)) {
            terminal.err().println("tocsin: " + e.getMessage());
        } else {
            terminal.err().println("tocsin: this is a fault in Tocsin; please report it:");
            e.printStackTrace(terminal.err());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isForPeople(Exception e) {
        return e instanceof Failed
                || e instanceof CannotStart
                || e instanceof IOException
                || e instanceof KafkaException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version in the jar's manifest; a run from classes has none. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = TocsinCommand.class.getPackage().getImplementationVersion();
            return new String[] {"tocsin " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
