package org.tocsin.bench.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.core.article.Article;

/** Makes weeks of news with the truth about each page; the same seed makes the same. */
public final class Newsroom {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int OUTLETS = 40;

    /** A second happening of one kind in one region, the day after. */
    private static final double AGAIN = 0.35;

    private static final double SECOND_AGENCY = 0.5;
    private static final double FOLLOWED_UP = 0.25;
    private static final double BULLETIN = 0.2;

    private final Random random;
    private final Desk desk;
    private final List<Outlet> outlets;
    private final List<Press.Kind> kinds = Press.kinds();
    private final Map<String, List<String>> around = Press.around();
    private final List<Printed> printed = new ArrayList<>();

    private Newsroom(long seed) {
        random = new Random(seed);
        desk = new Desk(random);
        outlets = IntStream.range(0, OUTLETS).mapToObj(i -> Outlet.of(i, random)).toList();
    }

    /** What came of so many happenings, in the order in which it was published. */
    public static List<Printed> news(int happenings, long seed) {
        var newsroom = new Newsroom(seed);
        while (happenings > newsroom.stories) {
            newsroom.coverRegion();
        }
        newsroom.printed.sort(
                Comparator.comparing((Printed page) -> page.article().published())
                        .thenComparing(page -> page.article().id()));
        return newsroom.printed;
    }

    private int stories;
    private int dispatches;

    /** A few happenings in one region, some of them again the day after, and a daily bulletin. */
    private void coverRegion() {
        Map<String, String> region = Slots.region(random);
        Slots lasting = Slots.of(random, region, START);
        List<List<String>> background =
                Stream.generate(this::draw)
                        .limit(4)
                        .map(told -> told.stream().map(lasting::fill).toList())
                        .toList();
        Instant at = START.plus(Duration.ofMinutes(30L * stories + random.nextInt(120)));
        for (int i = 0; i < 4; i++) {
            Press.Kind kind = kinds.get(random.nextInt(kinds.size()));
            happen(kind, region, background, at);
            if (random.nextDouble() < AGAIN) {
                happen(kind, region, background, at.plus(Duration.ofHours(20 + random.nextInt(8))));
            }
            if (random.nextDouble() < BULLETIN) {
                issueBulletins(region, at);
            }
            at = at.plus(Duration.ofHours(6 + random.nextInt(20)));
        }
    }

    private void happen(
            Press.Kind kind,
            Map<String, String> region,
            List<List<String>> background,
            Instant at) {
        String story = "story-" + stories++;
        Slots slots = Slots.of(random, region, at);
        var facts = new ArrayList<>(kind.facts());
        Collections.shuffle(facts, random);
        List<List<String>> told = new ArrayList<>(facts.subList(0, 3));
        Stream.generate(this::draw).limit(4).forEach(told::add);
        var known = new Press.Kind(kind.titles(), kind.leads(), told);
        int hand = random.nextInt(3);
        Dispatch wire = write(known, slots, hand, background.subList(0, 2));
        Dispatch own = write(known, slots, (hand + 1) % 3, List.of());
        circulate(wire, own, story, at, 1 + random.nextInt(5));
        if (random.nextDouble() < SECOND_AGENCY) {
            Dispatch second = write(known, slots, (hand + 2) % 3, background.subList(2, 4));
            Instant later = at.plus(Duration.ofMinutes(20 + random.nextInt(200)));
            // Outlets' own titles and leads are in the third wording, which only one agency lends.
            circulate(second, second, story, later, 1 + random.nextInt(3));
        }
        if (random.nextDouble() < FOLLOWED_UP) {
            Dispatch next = followUp(wire, slots);
            circulate(next, next, story, at.plus(Duration.ofHours(22)), 1);
        }
    }

    /** A sentence as no other story has it, in three wordings. */
    private List<String> draw() {
        String who = pick("subjects");
        List<String> did = Press.wordings(pick("verbs"));
        String what = pick("objects");
        String how = pick("circumstances");
        String first = how.substring(0, 1).toUpperCase(Locale.ROOT) + how.substring(1);
        String then = who.substring(0, 1).toLowerCase(Locale.ROOT) + who.substring(1);
        return List.of(
                who + " " + did.get(0) + " " + what + " " + how + ".",
                first + ", " + then + " " + did.get(1) + " " + what + ".",
                who + ", " + how + ", " + did.get(2) + " " + what + ".");
    }

    private String pick(String section) {
        List<String> from = around.get(section);
        return from.get(random.nextInt(from.size()));
    }

    /** All facts in the wording of one hand, in an order of its own, over some background. */
    private Dispatch write(Press.Kind kind, Slots slots, int hand, List<List<String>> background) {
        var facts = new ArrayList<>(kind.facts());
        Collections.shuffle(facts, random);
        var paragraphs = new ArrayList<String>();
        for (List<String> fact : facts.subList(0, facts.size() - random.nextInt(2))) {
            paragraphs.add(slots.fill(fact.get(hand)));
        }
        background.forEach(sentence -> paragraphs.add(sentence.get(0)));
        return new Dispatch(
                slots.fill(kind.titles().get(hand)),
                slots.fill(kind.leads().get(hand)),
                paragraphs);
    }

    /** New title and lead over half of what was told the day before. */
    private Dispatch followUp(Dispatch wire, Slots slots) {
        List<String> all = around.get("followups");
        List<String> told = Press.wordings(all.get(random.nextInt(all.size())));
        List<String> below = wire.paragraphs();
        return new Dispatch(
                slots.fill(told.get(0)),
                slots.fill(told.get(1)),
                below.subList(below.size() / 2, below.size()));
    }

    private void issueBulletins(Map<String, String> region, Instant at) {
        List<String> all = around.get("bulletins");
        List<String> bulletin = Press.wordings(all.get(random.nextInt(all.size())));
        for (int day = 0; day < 3; day++) {
            Instant issued = at.plus(Duration.ofDays(day));
            Slots slots = Slots.of(random, region, issued);
            var told =
                    new Dispatch(
                            slots.fill(bulletin.get(0)), slots.fill(bulletin.get(1)), List.of());
            String name = "dispatch-" + dispatches++;
            for (int copies = random.nextInt(3); copies >= 0; copies--) {
                print(told, name, "story-of-" + name, issued.plusSeconds(60L * copies), Set.of());
            }
        }
    }

    private void circulate(Dispatch wire, Dispatch other, String story, Instant at, int copies) {
        String name = "dispatch-" + dispatches++;
        print(wire, name, story, at, Set.of());
        for (int i = 0; i < copies; i++) {
            Set<Desk.Edit> edits = desk.draw();
            Instant later = at.plus(Duration.ofMinutes(10 + random.nextInt(1000)));
            print(desk.edit(wire, other, edits), name, story, later, edits);
        }
    }

    private void print(
            Dispatch told, String dispatch, String story, Instant at, Set<Desk.Edit> edits) {
        Outlet outlet = outlets.get(random.nextInt(outlets.size()));
        String id = "page-" + printed.size();
        var article =
                new Article(
                        id,
                        null,
                        "https://" + outlet.source() + "/" + id,
                        outlet.source(),
                        null,
                        told.title(),
                        outlet.print(told),
                        "en",
                        at,
                        null,
                        at.plusSeconds(120),
                        List.of(),
                        List.of());
        printed.add(new Printed(article, dispatch, story, edits));
    }
}
