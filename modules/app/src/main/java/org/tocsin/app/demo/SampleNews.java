package org.tocsin.app.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.article.Article;

/** The bundled news: who publishes and what, in order of appearance, without dates yet. */
public final class SampleNews {

    /** Day 0 is what was already in the feeds when the replay begins. */
    private static final List<String> DAYS = List.of("day-0", "day-1", "day-2", "day-3", "day-4");

    private final Map<String, Outlet> outlets;
    private final List<Item> items;

    private SampleNews(Map<String, Outlet> outlets, List<Item> items) {
        this.outlets = outlets;
        this.items = items;
    }

    public static SampleNews load() {
        var outlets = new LinkedHashMap<String, Outlet>();
        read("outlets", new TypeReference<List<Outlet>>() {})
                .forEach(outlet -> outlets.put(outlet.code(), outlet));
        var newsroom = new Newsroom(outlets);
        for (String day : DAYS) {
            read("news/" + day, new TypeReference<List<NewsEntry>>() {}).forEach(newsroom::add);
        }
        var items =
                newsroom.items().stream()
                        .sorted(Comparator.comparing(Item::at).thenComparing(Item::id))
                        .toList();
        return new SampleNews(outlets, items);
    }

    List<Outlet> outlets() {
        return List.copyOf(outlets.values());
    }

    /** Everything, in order of appearance. */
    List<Item> items() {
        return items;
    }

    /** The news with its dates, when the first day starts at {@code base}. */
    Edition from(Instant base) {
        return new Edition(base, items);
    }

    /**
     * What an ingestor that reads every feed each quarter of an hour makes of the news when its
     * first day starts at {@code base}, in order of arrival: the feeds are written and parsed, as
     * they are in the demo, only without the wire between. Ids do not depend on {@code base} where
     * a text names no weekday.
     */
    public List<Article> articles(Instant base) {
        return new Delivery(outlets(), from(base)).articles();
    }

    private static <T> T read(String name, TypeReference<T> type) {
        var yaml =
                JsonMapper.builder(new YAMLFactory())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        String resource = "/sample/" + name + ".yaml";
        try (InputStream in = SampleNews.class.getResourceAsStream(resource)) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
