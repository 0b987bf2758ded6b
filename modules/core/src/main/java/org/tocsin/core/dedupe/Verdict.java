package org.tocsin.core.dedupe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tocsin.core.text.Span;

/**
 * What an article is among those that came before it.
 *
 * <p>{@code of} is the article that it repeats, revises or copies, null where it is new; {@code
 * story} the thread it belongs to; {@code similarity} from 0 to 1, how much of it is in {@code of};
 * {@code origins} how many independent origins the story has so far.
 *
 * <p>The last two are evidence, worked out from what is remembered of {@code of} and empty where
 * that has been forgotten. {@code shared}, of a copy or revision, are passages of this article's
 * text that stand in the other, in UTF-16 units, in their order and the longest {@value
 * #SHARED_MOST} of them; {@code changed} says what a revision changed.
 */
public record Verdict(
        String id,
        Kind verdict,
        String of,
        String story,
        double similarity,
        int origins,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Span> shared,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Change> changed) {

    /** Evidence is to be read by people. */
    static final int SHARED_MOST = 5;

    /**
     * REPEAT: the same item unchanged. REVISION: the same item changed. COPY: another, same body.
     */
    public enum Kind {
        NEW,
        REPEAT,
        REVISION,
        COPY
    }

    /**
     * What a revision says otherwise: whom or what it names; a number or date; in title or lead,
     * whether something happened, will, may or did not; or nothing of these, only other words.
     */
    public enum Change {
        NAMES,
        NUMBERS,
        MODALITY,
        WORDING;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(story, "story");
        shared = List.copyOf(shared);
        changed = List.copyOf(changed);
        if ((verdict == Kind.NEW) != (of == null)) {
            throw new IllegalArgumentException(verdict + " of " + of);
        }
    }

    /** A verdict without evidence. */
    public Verdict(
            String id, Kind verdict, String of, String story, double similarity, int origins) {
        this(id, verdict, of, story, similarity, origins, List.of(), List.of());
    }

    Verdict shownBy(List<Span> passages, List<Change> changes) {
        return new Verdict(id, verdict, of, story, similarity, origins, passages, changes);
    }
}
