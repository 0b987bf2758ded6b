package org.tocsin.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One item of the sample as its newsroom sent it out, before the replay gives it dates.
 *
 * <p>{@code at} is when it comes out and {@code dated} what it says of that, both counted from the
 * start of the first day (negative before it); {@code dated} is null when it carries no date.
 * {@code item} is the id that the outlet knows it by, the same for an item, its revisions and its
 * repeats. {@code of} is the id that {@code kind} relates to, null for a first telling; {@code
 * story} the id of the first telling it descends from. {@code change} says what a revision changes.
 */
record Item(
        String id,
        String item,
        Outlet outlet,
        Duration at,
        Duration dated,
        Kind kind,
        String of,
        String story,
        Change change,
        String title,
        List<String> paragraphs,
        String author,
        String category) {

    /** What an item is among the others, as an editor would say it. */
    enum Kind {
        /** The first telling of a story. */
        FIRST,
        /** The same happening in another newsroom's own words. */
        RETELLING,
        /** What came next. */
        FOLLOW_UP,
        /** Another's words, cut, extended or under a new headline. */
        COPY,
        /** The same item with other words in it. */
        REVISION,
        /** The same item sent out again under a new date. */
        REPEAT
    }

    /** What makes a revision more or less worth a reader's time. */
    enum Change {
        TYPO,
        NUMBER,
        MODALITY,
        ACTOR,
        ADDED
    }

    Item {
        Objects.requireNonNull(id, "id");
        paragraphs = List.copyOf(paragraphs);
    }
}
