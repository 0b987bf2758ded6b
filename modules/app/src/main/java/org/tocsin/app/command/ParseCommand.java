package org.tocsin.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.article.Article;
import org.tocsin.core.json.Json;
import org.tocsin.ingestor.FeedOpener;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.ingestor.parse.ParseResult;
import org.tocsin.ingestor.parse.ParseResult.Parsed;
import org.tocsin.ingestor.parse.ParseResult.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Feeds in, articles out. */
@Command(
        name = "parse",
        description = "Reads feeds of any format and writes their articles, one a line.",
        footer = {"", "Example: tocsin parse feed.xml https://example.org/rss"})
final class ParseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|URL",
            description =
                    "Feeds; - or nothing reads standard input. Of several, each line names its \"file\".")
    private List<String> feeds = List.of("-");

    ParseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var articles = new JsonLines(terminal.out());
        int status = 0;
        // Whoever names an address on this machine means it.
        try (var opener = new FeedOpener(Clock.systemUTC(), AddressGuard.allowingLoopback())) {
            for (String feed : feeds) {
                status = Math.max(status, parse(feed, opener, articles));
            }
        }
        return status;
    }

    /** One bad feed of several costs the others nothing. */
    private int parse(String feed, FeedOpener opener, JsonLines articles) {
        ParseResult result = feed.equals("-") ? opener.open(terminal.in()) : opener.open(feed);
        if (result instanceof Refused refused) {
            terminal.err().println(feed + ": " + refused.reason());
            refused.feeds().forEach(url -> terminal.err().println(feed + ": it names " + url));
            return 1;
        }
        var parsed = (Parsed) result;
        parsed.warnings().forEach(word -> terminal.err().println(feed + ": " + word));
        parsed.articles().forEach(article -> articles.write(line(feed, article)));
        return 0;
    }

    private Object line(String feed, Article article) {
        if (feeds.size() == 1) {
            return article;
        }
        ObjectNode line = Json.mapper().createObjectNode().put("file", feed);
        return line.setAll((ObjectNode) Json.mapper().valueToTree(article));
    }
}
