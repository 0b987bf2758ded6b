package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FetchLimitsTest {

    @Test
    void areWhatTheDocumentPromises() throws IOException {
        String document = Files.readString(Path.of("../../docs/ingest.md"));
        FetchLimits usual = FetchLimits.USUAL;

        String[] rows = {
            row("| redirects | %,d |", usual.redirects()),
            row("| address | %,d characters |", WebAddress.LONGEST),
            row("handshake | %,d s |", usual.connect().toSeconds()),
            row("| time between two bytes | %,d s |", usual.idle().toSeconds()),
            row("across redirects | %,d s |", usual.total().toSeconds()),
            row("| feed, as sent and unpacked | %,d bytes |", bytes(Purpose.FEED)),
            row("| article page, as sent and unpacked | %,d bytes |", bytes(Purpose.PAGE)),
            row("| robots.txt (the rest is not read) | %,d bytes |", bytes(Purpose.ROBOTS)),
            row("hub (the rest is not read) | %,d bytes |", bytes(Purpose.HUB)),
            row("first %,d bytes | %d to 1 |", usual.freelyUnpacked(), usual.ratio()),
            row("| header fields | %,d |", FetchLimits.MOST_HEADERS),
            row("trailers | %,d bytes |", FetchLimits.LONGEST_LINE)
        };

        assertThat(rows).allSatisfy(row -> assertThat(document).contains(row));
    }

    private static String row(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static int bytes(Purpose purpose) {
        return Math.min(purpose.bodyBytes(), FetchLimits.USUAL.bodyBytes());
    }
}
