package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.query.RandomQueries;

/** Tellings at random, in order of time, of the words that {@link RandomQueries} asks for. */
public final class RandomNews {

    private static final List<String> MODES =
            List.of("ANNOUNCED", "OCCURRED", "DENIED", "DEMANDED");

    private final Random random;
    private final List<Desk.Draft> told = new ArrayList<>();

    public RandomNews(Random random) {
        this.random = random;
    }

    public TaggedTelling next() {
        int number = told.size();
        Desk.Draft draft =
                Desk.article("n" + number, text(1 + random.nextInt(4)))
                        .titled(random.nextInt(4) == 0 ? "" : text(1))
                        .of("s" + random.nextInt(6))
                        .by("o" + random.nextInt(5))
                        .at(number * 17L + (random.nextInt(200) == 0 ? 5_000 : 0));
        if (number > 0 && random.nextInt(5) == 0) {
            Desk.Draft other = told.get(random.nextInt(number));
            Verdict.Kind kind = random.nextBoolean() ? Verdict.Kind.REVISION : Verdict.Kind.COPY;
            draft = draft.as(kind, other.id()).of(other.story()).by(other.origin());
        }
        told.add(draft);
        return (random.nextInt(20) == 0 ? draft.fromTheBacklog() : draft).tagged();
    }

    private String text(int sentences) {
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            for (int word = 0; word < 2 + random.nextInt(5); word++) {
                text.append(word()).append(' ');
            }
            text.setLength(text.length() - 1);
            text.append(". ");
        }
        return text.toString().strip();
    }

    private String word() {
        return switch (random.nextInt(4)) {
            case 0 -> one(RandomQueries.ACTORS);
            case 1 -> one(RandomQueries.TOPICS) + "/" + one(MODES);
            default -> one(RandomQueries.WORDS);
        };
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
