package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;

/** How the tests read a document: fetched on one fixed day, from one fixed address or from none. */
final class Reading {

    static final Instant FETCHED = Instant.parse("2024-05-20T12:00:00Z");

    private Reading() {}

    static ParseResult of(byte[] body) {
        return new FeedParser().parse(FeedDocument.ofFile(body, FETCHED));
    }

    static ParseResult of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ParseResult of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    static ParseResult from(String url, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new FeedParser()
                .parse(new FeedDocument(body, "text/xml", Feed.at(url), url, FETCHED));
    }

    static ParseResult.Parsed feed(ParseResult result) {
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return (ParseResult.Parsed) result;
    }

    static Article only(ParseResult result) {
        assertThat(feed(result).articles()).hasSize(1);
        return feed(result).articles().get(0);
    }

    static Article rssItem(String item) {
        return only(of(rss(item)));
    }

    static Article atomEntry(String entry) {
        return only(of(atom(entry)));
    }

    static String rss(String items) {
        return """
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Harbour News</title><link>https://harbour.example/</link>
                <language>en-GB</language>
                %s
                </channel></rss>
                """
                .formatted(items);
    }

    static String atom(String entries) {
        return """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr">
                <title>Liman</title><link href="https://liman.example/"/>
                %s
                </feed>
                """
                .formatted(entries);
    }
}
