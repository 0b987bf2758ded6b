package org.tocsin.core.lexicon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who held which office when. */
final class Holders {

    /** Whoever came last first: on a day of change the newspapers speak of the new one. */
    private static final Comparator<Held> LATEST_FIRST =
            Comparator.comparing(
                    held -> held.role().from() == null ? LocalDate.MIN : held.role().from(),
                    Comparator.reverseOrder());

    record Held(Actor actor, Role role) {}

    private record Seat(String office, String of) {}

    private final Map<Seat, List<Held>> bySeat = new HashMap<>();

    Holders(Collection<Actor> actors) {
        for (Actor actor : actors) {
            for (Role role : actor.roles()) {
                bySeat.computeIfAbsent(new Seat(role.office(), role.of()), s -> new ArrayList<>())
                        .add(new Held(actor, role));
            }
        }
        bySeat.values().forEach(held -> held.sort(LATEST_FIRST));
    }

    List<Actor> on(String office, String of, LocalDate day) {
        var holders = new ArrayList<Actor>(2);
        for (Held held : bySeat.getOrDefault(new Seat(office, of), List.of())) {
            if (held.role().isHeldOn(day) && !holders.contains(held.actor())) {
                holders.add(held.actor());
            }
        }
        return holders;
    }

    /** Pairs that sat on one seat at once for longer than a change takes, by office and state. */
    Map<String, List<String>> overlapping(Offices offices) {
        var found = new TreeMap<String, List<String>>();
        bySeat.forEach(
                (seat, held) -> {
                    if (offices.byKey(seat.office()).filter(o -> !o.many()).isPresent()) {
                        addOverlaps(seat, held, found);
                    }
                });
        return found;
    }

    private static void addOverlaps(Seat seat, List<Held> held, Map<String, List<String>> found) {
        for (int i = 0; i < held.size(); i++) {
            for (int j = i + 1; j < held.size(); j++) {
                Held later = held.get(i);
                Held earlier = held.get(j);
                if (!later.actor().id().equals(earlier.actor().id())
                        && overlap(earlier.role(), later.role())) {
                    found.put(
                            "%s:%s:%s".formatted(seat.office(), seat.of(), start(later.role())),
                            List.of(earlier.actor().id(), later.actor().id()));
                }
            }
        }
    }

    private static Object start(Role role) {
        return role.from() == null ? "" : role.from();
    }

    /** More than the year in which both may be listed where only years are known. */
    private static boolean overlap(Role earlier, Role later) {
        if (later.from() == null || earlier.to() == null) {
            return true;
        }
        boolean yearOnly = earlier.to().getMonthValue() == 12 && earlier.to().getDayOfMonth() == 31;
        LocalDate last = yearOnly ? earlier.to().withDayOfYear(1) : earlier.to().withDayOfMonth(1);
        return later.from().isBefore(last);
    }
}
