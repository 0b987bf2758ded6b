package org.tocsin.core.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One item as one feed told it. A revision is another article with the same {@code guid} and feed.
 *
 * <p>{@code title} and {@code text} are plain text and never null (one of them may be empty);
 * {@code id} and {@code fetched} are never null. {@code published} is null when the feed gave no
 * date that can be believed; {@code guid}, {@code url}, {@code source}, {@code feed}, {@code
 * language} and {@code updated} are null when unknown. {@code language} is a BCP 47 primary subtag
 * such as {@code ar}. {@code flags} name what the feed said that was not believed, such as {@code
 * published-in-future}.
 */
public record Article(
        String id,
        String guid,
        String url,
        String source,
        String feed,
        String title,
        String text,
        String language,
        Instant published,
        Instant updated,
        Instant fetched,
        List<String> authors,
        List<String> categories,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> flags) {

    public Article {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fetched, "fetched");
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** An article with nothing to doubt. */
    public Article(
            String id,
            String guid,
            String url,
            String source,
            String feed,
            String title,
            String text,
            String language,
            Instant published,
            Instant updated,
            Instant fetched,
            List<String> authors,
            List<String> categories) {
        this(
                id,
                guid,
                url,
                source,
                feed,
                title,
                text,
                language,
                published,
                updated,
                fetched,
                authors,
                categories,
                List.of());
    }

    /** The same telling, by the same id, with its words read better. */
    public Article saying(String newText) {
        return reading(newText, language);
    }

    /** The same telling in the language that its words turned out to be in. */
    public Article speaking(String newLanguage) {
        return reading(text, newLanguage);
    }

    private Article reading(String newText, String newLanguage) {
        return new Article(
                id,
                guid,
                url,
                source,
                feed,
                title,
                newText,
                newLanguage,
                published,
                updated,
                fetched,
                authors,
                categories,
                flags);
    }

    /** The field of that name: {@code title} or {@code text}. */
    public String field(String name) {
        return switch (name) {
            case "title" -> title;
            case "text" -> text;
            default -> throw new IllegalArgumentException("no field " + name);
        };
    }

    /**
     * When it happened on the product's clock: {@code published}, or {@code fetched} where that is
     * missing or earlier. A revision counts from {@code updated}, bounded the same way.
     */
    public Instant eventTime() {
        Instant told = updated != null ? updated : published;
        return told == null || fetched.isBefore(told) ? fetched : told;
    }

    /** What names the item within its feed: the guid, else the canonical URL, else the id. */
    public String itemKey() {
        String item = guid != null ? guid : url != null ? ArticleId.canonicalUrl(url) : id;
        return (feed != null ? feed : source != null ? source : "") + "\n" + item;
    }
}
