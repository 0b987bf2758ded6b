package org.tocsin.ingestor.parse;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdom2.Document;
import org.tocsin.ingestor.clean.PlainText;

/**
 * ROME's reading of a tree. It knows every dialect's modules, and refuses or throws on what is not
 * quite a dialect; so its reading fills what {@link ItemFields} left open, and its absence costs
 * little.
 */
final class RomeReader {

    private RomeReader() {}

    /** ROME's feed, or nothing where it refuses. */
    static Optional<SyndFeed> read(Document document) {
        try {
            var input = new SyndFeedInput(false, Locale.ROOT);
            input.setAllowDoctypes(false);
            return Optional.of(input.build(document));
        } catch (FeedException | RuntimeException e) {
            // A dialect it does not know, or one of its own stumbles over a missing part.
            return Optional.empty();
        }
    }

    /** The item with ROME's word wherever our own reading found none. */
    static Item fill(Item own, SyndEntry rome) {
        return new Item(
                or(own.title(), () -> line(rome.getTitle())),
                or(own.text(), () -> text(rome)),
                or(own.guid(), () -> guid(rome, own.url())),
                or(own.url(), () -> Links.bounded(rome.getLink())),
                or(own.published(), () -> instant(rome.getPublishedDate())),
                or(own.updated(), () -> instant(rome.getUpdatedDate())),
                own.language(),
                own.authors().isEmpty() ? people(rome) : own.authors(),
                own.categories().isEmpty() ? categories(rome) : own.categories());
    }

    static String line(String html) {
        if (html == null || html.isBlank()) {
            return null;
        }
        // It hands naked markup on with its prefixes, which no reader of HTML knows.
        boolean markup = html.indexOf('<') >= 0 && html.indexOf('>') >= 0;
        String line = markup ? PlainText.oneLine(PlainText.ofHtml(html)) : PlainText.lineOf(html);
        return line.isBlank() ? null : line;
    }

    private static String text(SyndEntry entry) {
        var parts = new ArrayList<SyndContent>(entry.getContents());
        if (entry.getDescription() != null) {
            parts.add(entry.getDescription());
        }
        return parts.stream()
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .map(PlainText::ofEither)
                .findFirst()
                .orElse(null);
    }

    /** ROME's URI is the guid, or the link where there is none: that link is no guid. */
    private static String guid(SyndEntry entry, String url) {
        String uri = entry.getUri();
        boolean copied = uri == null || uri.equals(entry.getLink()) || uri.equals(url);
        return copied || uri.isBlank() ? null : uri.strip();
    }

    private static List<String> people(SyndEntry entry) {
        return entry.getAuthors().stream()
                .map(SyndPerson::getName)
                .filter(name -> name != null && !name.isBlank())
                .map(PlainText::lineOf)
                .distinct()
                .toList();
    }

    private static List<String> categories(SyndEntry entry) {
        return entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(name -> name != null && !name.isBlank())
                .map(PlainText::lineOf)
                .distinct()
                .toList();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static <T> T or(T own, Supplier<T> other) {
        return own != null ? own : other.get();
    }
}
