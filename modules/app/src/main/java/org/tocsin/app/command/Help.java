package org.tocsin.app.command;

import picocli.CommandLine.Option;

/** What every command understands, and words that several commands share. */
final class Help {

    static final String ARTICLES =
            "Articles as JSON Lines; - or nothing reads standard input. Lines that are no article are reported and skipped.";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean asked;

    @Override
    public String toString() {
        return "Help[asked=" + asked + "]";
    }
}
