package org.tocsin.app.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.app.demo.Item.Kind;

/**
 * Turns entries into items: a copy's quoted paragraphs and a revision's edits are applied, so that
 * the files show what an editor changed and not the same text twice.
 *
 * <p>A paragraph of a copy that reads {@code ¶2} or {@code ¶1-3} stands for those of its original.
 * The files are our own, so a mistake in one throws.
 */
final class Newsroom {

    private static final Pattern QUOTED = Pattern.compile("¶(\\d+)(?:-(\\d+))?");
    private static final Pattern OFFSET = Pattern.compile("(\\d+)T(\\d\\d:\\d\\d)");

    private final Map<String, Outlet> outlets;
    private final Map<String, Item> items = new LinkedHashMap<>();

    Newsroom(Map<String, Outlet> outlets) {
        this.outlets = outlets;
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    void add(NewsEntry entry) {
        try {
            Item earlier = entry.of() == null ? null : known(entry.of());
            if (items.put(entry.id(), item(entry, earlier)) != null) {
                throw new IllegalArgumentException("told twice");
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("sample item " + entry.id() + ": " + e.getMessage(), e);
        }
    }

    private Item known(String id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("nothing called " + id + " comes before it");
        }
        return item;
    }

    private Item item(NewsEntry entry, Item earlier) {
        Kind kind = entry.kind();
        boolean sameItem = kind == Kind.REVISION || kind == Kind.REPEAT;
        Duration at = offset(entry.at());
        return new Item(
                entry.id(),
                sameItem ? earlier.item() : entry.id(),
                outlets.get(entry.id().split("-", 2)[0]),
                at,
                dated(entry, kind == Kind.REVISION ? earlier.dated() : at),
                kind,
                entry.of(),
                earlier == null ? entry.id() : earlier.story(),
                entry.change(),
                sameItem ? edited(earlier.title(), entry) : dayed(entry.title().strip(), at),
                sameItem ? revised(earlier, entry, at) : paragraphs(entry, earlier, at),
                sameItem ? earlier.author() : entry.author(),
                sameItem ? earlier.category() : entry.category());
    }

    private static Duration dated(NewsEntry entry, Duration otherwise) {
        if (entry.dated() == null) {
            return otherwise;
        }
        return entry.dated().equals("never") ? null : offset(entry.dated());
    }

    /** {@code 1T14:10} is ten past two on the first day; day 0 is the day before the replay. */
    private static Duration offset(String text) {
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no offset: " + text);
        }
        return Duration.ofDays(Integer.parseInt(matcher.group(1)) - 1L)
                .plusSeconds(LocalTime.parse(matcher.group(2)).toSecondOfDay());
    }

    /**
     * Which day of the replay {@code {today}} means is fixed where the words are first written: a
     * copy or a repeat made the day after still speaks of the same day.
     */
    private static String dayed(String text, Duration at) {
        long today = at.plusDays(1).toDays();
        return text.replace("{yesterday}", "{day " + (today - 1) + "}")
                .replace("{today}", "{day " + today + "}")
                .replace("{tomorrow}", "{day " + (today + 1) + "}");
    }

    private static List<String> paragraphs(NewsEntry entry, Item original, Duration at) {
        return Arrays.stream(entry.text().strip().split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
                .map(paragraph -> dayed(paragraph, at))
                .flatMap(paragraph -> quoted(paragraph, original))
                .toList();
    }

    private static Stream<String> quoted(String paragraph, Item original) {
        Matcher matcher = QUOTED.matcher(paragraph);
        if (!matcher.matches()) {
            return Stream.of(paragraph);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return IntStream.rangeClosed(first, last).mapToObj(n -> original.paragraphs().get(n - 1));
    }

    private static List<String> revised(Item earlier, NewsEntry entry, Duration at) {
        String whole = earlier.title() + "\n" + String.join("\n", earlier.paragraphs());
        for (String words : entry.edits().keySet()) {
            if (!whole.contains(words)) {
                throw new IllegalArgumentException("no words to change: " + words);
            }
        }
        var paragraphs = new ArrayList<>(earlier.paragraphs());
        paragraphs.replaceAll(paragraph -> edited(paragraph, entry));
        if (entry.text() != null) {
            paragraphs.addAll(paragraphs(entry, earlier, at));
        }
        return paragraphs;
    }

    private static String edited(String text, NewsEntry entry) {
        String edited = text;
        for (Map.Entry<String, String> edit : entry.edits().entrySet()) {
            edited = edited.replace(edit.getKey(), edit.getValue());
        }
        return edited;
    }
}
