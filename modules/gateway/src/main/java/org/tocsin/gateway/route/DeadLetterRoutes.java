package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tocsin.gateway.board.DeadLetter;
import org.tocsin.gateway.log.Timeline;

/** What could not be processed, the last first. */
final class DeadLetterRoutes implements Routes {

    private final Timeline<DeadLetter> letters;

    DeadLetterRoutes(Timeline<DeadLetter> letters) {
        this.letters = letters;
    }

    record DeadLetters(List<DeadLetter> deadLetters) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                Api.ROOT + "/dead-letters",
                ctx -> {
                    var latestFirst = new ArrayList<>(letters.values());
                    Collections.reverse(latestFirst);
                    Api.json(
                            ctx,
                            new DeadLetters(
                                    latestFirst.stream().limit(Api.limit(ctx, 100)).toList()));
                },
                READ);
    }
}
