package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;
import static org.tocsin.gateway.access.Permission.REPLAY;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Pile;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.gateway.deadletter.Selection;
import org.tocsin.gateway.desk.DeadLetterDesk;

/** What could not be processed: counted by its reason, shown, and put back. */
final class DeadLetterRoutes implements Routes {

    private static final String PATH = Api.ROOT + "/dead-letters";

    private final Pile pile;
    private final DeadLetterDesk desk;

    DeadLetterRoutes(Pile pile, DeadLetterDesk desk) {
        this.pile = pile;
        this.desk = desk;
    }

    /** {@code partial} says that older ones are there that are not counted. */
    record Counts(long waiting, boolean partial, List<Count> counts) {}

    /** Dead letters of one reason; the times are the records' own. */
    record Count(
            String reason,
            String stage,
            String topic,
            String exception,
            long count,
            long replayed,
            Instant first,
            Instant last,
            String example) {

        static Count of(Pile.Count count) {
            var why = count.why();
            return new Count(
                    why.reason(),
                    why.stage(),
                    why.topic(),
                    why.exception(),
                    count.count(),
                    count.replayed(),
                    count.first(),
                    count.last(),
                    count.example());
        }
    }

    /** {@code left} counts those that are meant as well and wait for the next replay. */
    record Replayed(List<String> replayed, long left) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list, READ);
        // Before {id}, which would take these for letters.
        routes.get(PATH + "/counts", this::count, READ);
        routes.post(PATH + "/replay", this::replay, REPLAY);
        routes.get(PATH + "/{id}", this::show, READ);
    }

    private void list(Context ctx) {
        Selection.Matching wanted = wanted(ctx);
        boolean brief = "true".equals(ctx.queryParam("brief"));
        List<DeadLetter> letters =
                pile.latest().stream().filter(letter -> wanted.takes(letter.reason())).toList();
        Listing.of(
                        "deadLetters",
                        letters,
                        letter -> Listing.latestFirst(letter.time(), letter.place().id()))
                .usually(100)
                .send(ctx, letter -> view(letter, brief));
    }

    private DeadLetterView view(DeadLetter letter, boolean brief) {
        Instant replayed = pile.replayed(letter.place().id()).orElse(null);
        return DeadLetterView.of(letter, replayed, brief);
    }

    private static Selection.Matching wanted(Context ctx) {
        return new Selection.Matching(
                ctx.queryParam("reason"), ctx.queryParam("stage"), ctx.queryParam("topic"));
    }

    private void count(Context ctx) {
        List<Count> counts = pile.counts().stream().map(Count::of).toList();
        Api.json(ctx, new Counts(pile.waiting(), pile.isPartial(), counts));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        DeadLetter letter =
                Place.parse(id)
                        .flatMap(place -> pile.find(place).or(() -> desk.find(place)))
                        .orElseThrow(() -> Problem.notFound("there is no dead letter " + id));
        Api.json(ctx, view(letter, false));
    }

    private void replay(Context ctx) {
        Form form = Form.of(ctx, Set.of("letters", "reason", "stage", "topic", "all"));
        List<String> letters = form.texts("letters");
        var matching =
                new Selection.Matching(form.text("reason"), form.text("stage"), form.text("topic"));
        boolean all = "true".equals(form.text("all"));
        boolean isBounded = !matching.equals(new Selection.Matching(null, null, null));
        if ((letters != null) == (isBounded || all)) {
            form.refuse(
                    "letters",
                    "name either letters, or a reason, stage or topic, or say all: true");
        }
        List<Place> places = places(letters, form);
        form.check("Replay refused");
        try {
            Selection meant = letters == null ? matching : new Selection.Named(places);
            DeadLetterDesk.Replayed done = desk.replay(meant, Api.author(ctx));
            List<String> ids = done.letters().stream().map(each -> each.place().id()).toList();
            Api.json(ctx, new Replayed(ids, done.left()));
        } catch (DeadLetterDesk.Unreplayable e) {
            throw Problem.of(409, "Not replayed", e.getMessage()).refused();
        }
    }

    private static List<Place> places(List<String> letters, Form form) {
        var places = new ArrayList<Place>();
        if (letters == null) {
            return places;
        }
        if (letters.isEmpty() || letters.size() > DeadLetterDesk.MOST) {
            form.refuse("letters", "name from 1 to " + DeadLetterDesk.MOST + " letters");
        }
        for (int i = 0; i < letters.size(); i++) {
            var place = Place.parse(letters.get(i));
            if (place.isEmpty()) {
                form.refuse("letters/" + i, "the id of a dead letter is PARTITION-OFFSET");
            }
            place.ifPresent(places::add);
        }
        return places.stream().distinct().toList();
    }
}
