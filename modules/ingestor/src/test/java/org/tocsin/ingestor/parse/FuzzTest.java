package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the parser answers. Seeded: a failure comes back with its number. */
class FuzzTest {

    private static final int ROUNDS = 4_000;

    private static final String[] SPLICES = {
        "<",
        ">",
        "&",
        "]]>",
        "<![CDATA[",
        "<!--",
        "<!DOCTYPE x [",
        "&#xD800;",
        "&#99999999;",
        "xmlns:a=''",
        " type='xhtml'",
        "<item>",
        "</item>",
        "\0",
        "\uFEFF",
        "<a:b>",
        "\"",
        "{",
        "]",
        "<?xml encoding='utf-16'?>",
        "mode='base64'",
        "<title><title>",
        "xml:base=':::'"
    };

    private static final List<String> SEEDS =
            List.of(
                    Reading.rss(
                            "<item><title>A &amp; b</title><link>/x?y</link><guid>g</guid>"
                                    + "<pubDate>Sun, 4 Jan 2004 12:30:15 +0100</pubDate>"
                                    + "<content:encoded><![CDATA[<p>é</p>]]></content:encoded></item>"),
                    Reading.atom(
                            "<entry><id>1</id><title type='html'>&lt;b></title><link href='a'/>"
                                    + "<updated>2004-01-04T12:30:15Z</updated><content type='xhtml'>"
                                    + "<div xmlns='http://www.w3.org/1999/xhtml'>x</div></content></entry>"),
                    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                            + " xmlns='http://purl.org/rss/1.0/'><channel/><item><title>t</title></item></rdf:RDF>",
                    "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"content_html\":\"<p>\"}]}",
                    "<!doctype html><html><link rel=alternate type=application/rss+xml href=a></html>");

    @Test
    void answersForAnyMutation() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(new Random(round));

            ParseResult result = Reading.of(body);

            assertThat(result).as("round %d", round).isNotNull();
            if (result instanceof ParseResult.Refused refused) {
                assertThat(refused.reason())
                        .as("round %d", round)
                        .doesNotContain("the parser failed");
            }
        }
    }

    @Test
    void answersForEveryTruncation() {
        for (String seed : SEEDS) {
            byte[] whole = seed.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length++) {
                ParseResult result = Reading.of(Arrays.copyOf(whole, length));

                assertThat(result).isNotNull();
                assertThat(result.toString()).doesNotContain("the parser failed");
            }
        }
    }

    private static byte[] mutated(Random random) {
        String seed = SEEDS.get(random.nextInt(SEEDS.size()));
        var text = new StringBuilder(seed);
        for (int i = random.nextInt(6); i > 0; i--) {
            text.insert(random.nextInt(text.length()), SPLICES[random.nextInt(SPLICES.length)]);
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(8); i > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(body, random.nextInt(body.length) + 1) : body;
    }
}
