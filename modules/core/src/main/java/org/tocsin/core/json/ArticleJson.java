package org.tocsin.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;

/**
 * Reads an article from one line of JSON, filling what the line leaves out: only {@code title} or
 * {@code text} is required.
 */
public final class ArticleJson {

    private ArticleJson() {}

    /** A line that is no article, with a reason for people. */
    public static final class BadArticle extends Exception {
        private static final long serialVersionUID = 1L;

        BadArticle(String reason) {
            super(reason);
        }
    }

    public static Article parse(String line) throws BadArticle {
        JsonNode json = tree(line);
        String title = text(json, "title");
        String text = text(json, "text");
        if (isBlank(title) && isBlank(text)) {
            throw new BadArticle("an article needs a title or a text");
        }
        String guid = text(json, "guid");
        String url = text(json, "url");
        String feed = text(json, "feed");
        String id = text(json, "id");
        String source = text(json, "source");
        Instant published = instant(json, "published");
        Instant updated = instant(json, "updated");
        Instant fetched = instant(json, "fetched");
        return new Article(
                id != null ? id : ArticleId.of(feed, guid, url, title, text),
                guid,
                url,
                source != null ? source : hostOf(url),
                feed,
                title,
                text,
                text(json, "language"),
                published,
                updated,
                fetched != null ? fetched : published != null ? published : Instant.EPOCH,
                list(json, "authors"),
                list(json, "categories"),
                list(json, "flags"));
    }

    private static JsonNode tree(String line) throws BadArticle {
        try {
            JsonNode json = Json.mapper().readTree(line);
            if (json == null || !json.isObject()) {
                throw new BadArticle("not a JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new BadArticle("not JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(JsonNode json, String field) throws BadArticle {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new BadArticle(field + " is not text");
        }
        return value.asText();
    }

    private static Instant instant(JsonNode json, String field) throws BadArticle {
        String value = text(json, field);
        if (isBlank(value)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return localInstant(field, value);
        }
    }

    /** A time without a zone is read as UTC. */
    private static Instant localInstant(String field, String value) throws BadArticle {
        try {
            return LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadArticle(field + " is not an ISO 8601 time: " + value);
        }
    }

    private static List<String> list(JsonNode json, String field) throws BadArticle {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadArticle(field + " is not a list");
        }
        var items = new ArrayList<String>();
        value.forEach(item -> items.add(item.asText()));
        return items;
    }

    /** The host of the URL without {@code www.}; null when there is none. */
    public static String hostOf(String url) {
        try {
            String host = url == null ? null : URI.create(url.strip()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
