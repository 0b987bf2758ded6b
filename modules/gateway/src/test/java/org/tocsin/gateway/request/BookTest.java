package org.tocsin.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.request.RequestNote;
import org.tocsin.core.request.RequestNote.Step;

/** Notes in the order of the log, and what follows from them at every gateway. */
class BookTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Book book = new Book(100);

    @Test
    void theFirstOfTwoThatBeginTogetherIsTheOne() {
        book.read(begun("harbour", "first"));
        book.read(begun("harbour", "second"));

        assertThat(attempt("harbour")).isEqualTo("first");
    }

    @Test
    void whatFailedIsOpenAgainButNotWhatTheLogSaysWasDone() {
        RequestNote failed = begun("harbour", "first");
        RequestNote done = begun("river", "second");
        book.read(failed);
        book.read(failed.at(Step.FAILED, NOON));
        book.read(done);
        book.read(done.at(Step.DONE, NOON));
        book.read(done.at(Step.FAILED, NOON));

        assertThat(book.at("harbour", NOON)).isEmpty();
        assertThat(book.at("river", NOON).orElseThrow().step()).isEqualTo(Step.DONE);
    }

    @Test
    void anAttemptThatNobodyEndsIsGivenUpButNotTheWordThatItWasDone() {
        RequestNote stuck = begun("harbour", "first");
        RequestNote done = begun("river", "second");
        book.read(stuck);
        book.read(done);
        book.read(done.at(Step.DONE, NOON));

        Instant later = NOON.plus(Book.ABANDONED).plusSeconds(1);

        assertThat(book.at("harbour", later)).isEmpty();
        assertThat(book.at("river", later)).isPresent();
        assertThat(book.at("river", NOON.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void anAnswerOfAnAttemptThatWasOvertakenIsNotTheAnswer() {
        Instant later = NOON.plus(Book.ABANDONED).plusSeconds(1);
        RequestNote slow = begun("harbour", "first");
        book.read(slow);
        book.read(RequestNote.begun("harbour", "second", "asked", later));
        book.read(slow.answered(200, Map.of(), "late", later));

        assertThat(book.at("harbour", later).orElseThrow().step()).isEqualTo(Step.BEGUN);
        assertThat(attempt("harbour")).isEqualTo("second");
    }

    @Test
    void forgetsTheOldestAnswersBeyondItsBytesButNotThatTheyWereGiven() {
        for (String id : new String[] {"a", "b", "c"}) {
            RequestNote note = begun(id, id);
            book.read(note);
            book.read(note.answered(201, Map.of(), "x".repeat(40), NOON));
        }

        assertThat(book.at("a", NOON).orElseThrow().body()).isNull();
        assertThat(book.at("a", NOON).orElseThrow().step()).isEqualTo(Step.ANSWERED);
        assertThat(book.at("b", NOON).orElseThrow().body()).hasSize(40);
        assertThat(book.at("c", NOON).orElseThrow().body()).hasSize(40);
    }

    private String attempt(String id) {
        return book.at(id, NOON).orElseThrow().attempt();
    }

    private static RequestNote begun(String id, String attempt) {
        return RequestNote.begun(id, attempt, "asked", NOON);
    }
}
