package org.tocsin.core.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainUrlTest {

    private static final String[] PARTS = {
        "https://",
        "http://",
        "HTTP://",
        "ftp://",
        "www.",
        "news",
        "example",
        "a-b",
        "-",
        ".",
        "..",
        "org",
        "co.uk",
        "1",
        "10.0.0.1",
        "/",
        "//",
        "/2024/05/",
        "index.html",
        "?",
        "&",
        "=",
        "id",
        "utm_source=rss",
        "fbclid=x",
        "#top",
        ":",
        ":443",
        ":8080",
        "%20",
        "%zz",
        "_",
        "~",
        "é",
        " ",
        "@",
        "!",
        "*",
        "(",
        ";",
        ",",
        "+",
        "'",
        "$",
        "[",
        "|",
        "Q"
    };

    @Test
    void readsPlainOnesAsTheParserDoes() {
        var random = new Random(2);
        int plain = 0;
        for (int i = 0; i < 60_000; i++) {
            var url = new StringBuilder(PARTS[random.nextInt(2)]);
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                url.append(PARTS[random.nextInt(PARTS.length)]);
            }
            plain += PlainUrl.isPlain(url.toString()) ? 1 : 0;

            assertThat(ArticleId.canonicalUrl(url.toString()))
                    .as(url.toString())
                    .isEqualTo(ArticleId.parsed(url.toString()));
        }
        assertThat(plain).isPositive();
    }

    @Test
    void takesMostThatFeedsHaveForPlain() {
        assertThat(PlainUrl.isPlain("https://www.example.co.uk/news/world-123?utm_source=rss&a=1"))
                .isTrue();
    }
}
