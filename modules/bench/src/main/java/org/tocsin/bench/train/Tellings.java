package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tocsin.bench.quality.Printed;
import org.tocsin.core.article.Article;

/**
 * Files of tellings that somebody has written, each under a line {@code === id | outlet | happening
 * | told | title}.
 */
final class Tellings {

    private static final Duration FETCHED = Duration.ofMinutes(2);

    private Tellings() {}

    /** By the time at which they were fetched. */
    static List<Printed> in(List<Path> files) throws IOException {
        var pages = new ArrayList<Printed>();
        for (Path file : files) {
            for (String part : Files.readString(file).split("(?m)^=== ")) {
                if (!part.isBlank() && !part.startsWith("#")) {
                    pages.add(page(part));
                }
            }
        }
        pages.sort(Comparator.comparing(page -> page.article().fetched()));
        return pages;
    }

    private static Printed page(String part) {
        String[] head = part.split("\n", 2);
        String[] cells = head[0].split(" \\| ", 5);
        Instant told = Instant.parse(cells[3]);
        var article =
                new Article(
                        cells[0],
                        null,
                        "https://" + cells[1] + "/" + cells[0],
                        cells[1],
                        null,
                        cells[4],
                        head[1].strip(),
                        null,
                        told,
                        null,
                        told.plus(FETCHED),
                        List.of(),
                        List.of());
        return new Printed(article, cells[0], cells[2], Set.of());
    }
}
