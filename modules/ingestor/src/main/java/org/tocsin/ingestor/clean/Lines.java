package org.tocsin.ingestor.clean;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of an article's lines what is furniture by its words: share bars, counters, "read
 * more", credits, forms. Only lines that say nothing else go, and headlines of other items where a
 * heading announces them; a sentence of the story is no such line, whatever it is about.
 */
final class Lines {

    private static final String ENDINGS = ".!?…।。！？؟۔।";
    private static final String CLOSERS = "\"'”’»)]›“";

    private static final int HEAD = 3;
    private static final int TAIL = 3;

    /** Headlines of other items are shorter. */
    private static final int LONGEST_HEADLINE = 200;

    /** So much prose must stand before a comment form: before that, it is a button at the head. */
    private static final int STORY = 150;

    private final List<Line> lines;
    private final List<Line> kept = new ArrayList<>();
    private int prose;

    private Lines(List<Line> lines) {
        this.lines = lines;
    }

    /** The lines of the story; where links are all there is, they are the story. */
    static List<String> of(List<Line> lines) {
        List<String> story = new Lines(lines).story(true);
        return story.isEmpty() ? new Lines(lines).story(false) : story;
    }

    private List<String> story(boolean withoutLinks) {
        boolean list = false;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            String key = FurnitureWords.key(line.text());
            if (isEnd(key, at)) {
                break;
            }
            list = FurnitureWords.LISTS.contains(key) || list && isHeadline(line);
            boolean link = withoutLinks && line.linked() > 0.9 && isHeadline(line);
            if (!list && !link && !LineKind.isFurniture(line, key, isEdge(at))) {
                keep(line);
            }
        }
        while (!kept.isEmpty() && withoutLinks && kept.size() > 1 && last().heading()) {
            // Its list went.
            kept.remove(kept.size() - 1);
        }
        return ending();
    }

    /** Bylines, dates and the way to the page stand in the first lines or the last. */
    private boolean isEdge(int at) {
        return kept.size() < HEAD || at >= lines.size() - TAIL;
    }

    /** Whether a line of plain text, which may be part of a wrapped paragraph, stands alone. */
    static boolean standsAlone(String text) {
        return LineKind.isFurniture(Line.plain(text), FurnitureWords.key(text), true);
    }

    private void keep(Line line) {
        kept.add(line);
        prose += line.text().length();
    }

    private Line last() {
        return kept.get(kept.size() - 1);
    }

    /** A comment form ends the story, unless most of the text comes after it. */
    private boolean isEnd(String key, int at) {
        if (!FurnitureWords.ENDS.contains(key) || prose < STORY) {
            return false;
        }
        int after = lines.subList(at, lines.size()).stream().mapToInt(l -> l.text().length()).sum();
        return after < prose;
    }

    /** "Read more" also stands behind the last sentence, on its line. */
    private List<String> ending() {
        var texts = new ArrayList<String>(kept.size());
        kept.forEach(line -> texts.add(line.text()));
        if (!texts.isEmpty()) {
            int last = texts.size() - 1;
            texts.set(last, Tail.without(texts.get(last)));
        }
        return texts;
    }

    private static boolean isHeadline(Line line) {
        return line.text().length() <= LONGEST_HEADLINE && !endsASentence(line.text());
    }

    /** Whether the last character but quotes and brackets is one that ends sentences. */
    static boolean endsASentence(String text) {
        int last = text.length() - 1;
        while (last >= 0
                && (CLOSERS.indexOf(text.charAt(last)) >= 0
                        || Character.isWhitespace(text.charAt(last)))) {
            last--;
        }
        return last >= 0 && ENDINGS.indexOf(text.charAt(last)) >= 0;
    }
}
