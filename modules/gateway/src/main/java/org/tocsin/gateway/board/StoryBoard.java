package org.tocsin.gateway.board;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.gateway.log.Timeline;

/** The last tellings, by article and by story. */
public final class StoryBoard {

    private final int held;
    private final Timeline<TaggedTelling> tellings;
    private final Map<String, TaggedTelling> byArticle = new LinkedHashMap<>();

    public StoryBoard(int tellingsHeld) {
        this.held = tellingsHeld;
        this.tellings = new Timeline<>(tellingsHeld);
    }

    public void told(int partition, long offset, TaggedTelling telling) {
        remember(telling);
        tellings.append(partition, offset, telling);
    }

    private synchronized void remember(TaggedTelling telling) {
        byArticle.put(telling.telling().article().id(), telling);
        if (byArticle.size() > held) {
            byArticle.remove(byArticle.keySet().iterator().next());
        }
    }

    public synchronized Optional<TaggedTelling> article(String id) {
        return Optional.ofNullable(byArticle.get(id));
    }

    /** The stories with a telling held here, the last told first. */
    public List<Story> stories() {
        return latestFirst().stream()
                .collect(groupingBy(StoryBoard::storyOf, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(story -> Story.of(story.getKey(), story.getValue()))
                .toList();
    }

    public Optional<Story> story(String id) {
        List<TaggedTelling> told =
                latestFirst().stream().filter(telling -> storyOf(telling).equals(id)).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(Story.of(id, told));
    }

    private List<TaggedTelling> latestFirst() {
        return tellings.values().stream()
                .sorted(Comparator.comparing(StoryBoard::fetched).reversed())
                .toList();
    }

    private static String storyOf(TaggedTelling telling) {
        return telling.telling().verdict().story();
    }

    private static Instant fetched(TaggedTelling telling) {
        return telling.telling().article().fetched();
    }

    public Timeline<TaggedTelling> tellings() {
        return tellings;
    }
}
