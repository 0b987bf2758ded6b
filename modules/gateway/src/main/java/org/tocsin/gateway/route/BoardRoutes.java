package org.tocsin.gateway.route;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Story;
import org.tocsin.gateway.preview.LogSearch;
import org.tocsin.gateway.stream.EventStream;
import org.tocsin.gateway.stream.EventStream.Pace;
import org.tocsin.gateway.stream.EventStream.Wording;

/** The routes that are answered from the boards alone. */
public final class BoardRoutes {

    private BoardRoutes() {}

    public static EventStream<Alert> alertStream(
            Boards boards, Pace pace, ScheduledExecutorService timer) {
        return new EventStream<>(
                boards.alerts().alerts(),
                new Wording<>("alert", alert -> alert, AlertFilter::of),
                pace,
                timer);
    }

    public static EventStream<TaggedTelling> tellingStream(
            Boards boards, Pace pace, ScheduledExecutorService timer) {
        return new EventStream<>(
                boards.stories().tellings(),
                new Wording<>("telling", Story.Line::of, ctx -> telling -> true),
                pace,
                timer);
    }

    public static List<Routes> over(Boards boards, ScheduledExecutorService timer) {
        return over(
                boards,
                alertStream(boards, Pace.USUAL, timer),
                tellingStream(boards, Pace.USUAL, timer));
    }

    /** Without a log to look into for what the boards hold no more. */
    static List<Routes> over(
            Boards boards, EventStream<Alert> alerts, EventStream<TaggedTelling> tellings) {
        return over(boards, alerts, tellings, null);
    }

    static List<Routes> over(
            Boards boards,
            EventStream<Alert> alerts,
            EventStream<TaggedTelling> tellings,
            LogSearch log) {
        return List.of(
                // Before the alerts' own, which would take "export.csv" for a thread.
                new ExportRoutes(boards.alerts(), log),
                new AlertRoutes(boards, alerts),
                new StoryRoutes(boards.stories(), tellings),
                new LedgerRoutes(boards, log),
                new ExplainRoutes(boards, log));
    }
}
