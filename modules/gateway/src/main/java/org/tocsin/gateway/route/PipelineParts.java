package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPERATE;
import static org.tocsin.gateway.route.Drawn.escaped;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.gateway.deadletter.Pile;
import org.tocsin.gateway.pipeline.Pipeline;
import org.tocsin.gateway.pipeline.Pipeline.Stage;
import org.tocsin.gateway.route.PipelineRoutes.Standing;

/**
 * The pipeline as its desk shows it: the stages and how long news takes for operators, the dead
 * letters for everybody.
 */
final class PipelineParts implements Parts {

    private static final double REPLAY = 1.5;

    private final Supplier<Standing> standing;
    private final Pile pile;

    PipelineParts(Supplier<Standing> standing, Pile pile) {
        this.standing = standing;
        this.pile = pile;
    }

    @Override
    public Map<String, String> of(Context ctx) {
        var parts = new HashMap<>(LetterDrawing.parts(pile));
        Stream.of("tally", "looked", "trouble", "stages", "replay", "delays")
                .forEach(part -> parts.put(part, ""));
        if (Door.caller(ctx).may(OPERATE)) {
            parts.putAll(inside(standing.get()));
        }
        return parts;
    }

    private static Map<String, String> inside(Standing now) {
        String notReady = now.gateway().ready() ? "" : now.gateway().detail();
        return Map.of(
                "tally",
                tally(now),
                "looked",
                "looked " + Drawn.time(now.at(), now.at()),
                "trouble",
                escaped(Objects.requireNonNullElse(now.trouble(), notReady)),
                "stages",
                now.stages().stream()
                        .map(stage -> StageDrawing.row(stage, now.feeds()))
                        .collect(Collectors.joining("\n")),
                "replay",
                replay(now.speed()),
                "delays",
                DelayDrawing.rows(now.delays()));
    }

    private static String tally(Standing now) {
        List<Stage> stages = now.stages();
        long stopped =
                stages.stream().filter(stage -> stage.state() == Pipeline.State.STOPPED).count();
        long lag = stages.stream().map(Stage::lag).filter(Objects::nonNull).mapToLong(n -> n).sum();
        return Stream.of(
                        Drawn.count(stages.size(), "stage"),
                        stopped == 0 ? "" : stopped + " stopped",
                        Drawn.count(lag, "record") + " waiting",
                        Drawn.count(now.feeds().overdue(), "feed") + " overdue")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String replay(double speed) {
        return speed < REPLAY
                ? ""
                : "This news is a replay, %d times as fast as it was. What the pipeline takes is told in real time."
                        .formatted(Math.round(speed));
    }
}
