package org.tocsin.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others: naming none of them is a mistake. */
@Command
class Group implements Runnable {

    @Mixin private Help help;

    @Spec private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(), "one of " + spec.subcommands().keySet() + " is missing");
    }
}
