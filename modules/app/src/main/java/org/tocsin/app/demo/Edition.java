package org.tocsin.app.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The news of one replay: every item with its dates, and each outlet's front page at any moment.
 */
final class Edition {

    /** As many as feeds usually hold: older items drop out. */
    static final int FRONT_PAGE = 20;

    private static final Pattern DAY = Pattern.compile("\\{day (-?\\d+)}");

    private final Instant base;
    private final List<Print> prints;

    Edition(Instant base, List<Item> items) {
        this.base = base;
        this.prints = items.stream().map(this::print).toList();
    }

    Instant base() {
        return base;
    }

    /** Everything, in order of appearance. */
    List<Print> prints() {
        return prints;
    }

    /**
     * What the outlet's feed holds at {@code now}, newest first. A revision or a repeat takes the
     * place of what it was before, and moves up as if new, which is what most newsrooms' software
     * does.
     */
    List<Print> frontPage(Outlet outlet, Instant now) {
        Map<String, Print> page = new LinkedHashMap<>();
        for (Print print : prints) {
            if (print.outlet().equals(outlet) && !print.out().isAfter(now)) {
                page.remove(print.item());
                page.put(print.item(), print);
            }
        }
        var newestFirst = new ArrayList<>(page.values());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst.subList(0, Math.min(FRONT_PAGE, newestFirst.size())));
    }

    private Print print(Item item) {
        Instant out = base.plus(item.at());
        return new Print(
                item.outlet(),
                item.item(),
                item.outlet().pageOf(item.item()),
                withDays(item.title()),
                item.paragraphs().stream().map(this::withDays).toList(),
                item.author(),
                item.category(),
                item.dated() == null ? null : base.plus(item.dated()),
                item.kind() == Item.Kind.REVISION ? out : null,
                out);
    }

    /**
     * Newsrooms write weekdays. A day of the replay has one name from its first hour to its last,
     * wherever midnight falls on the real clock.
     */
    private String withDays(String text) {
        return DAY.matcher(text)
                .replaceAll(
                        match ->
                                weekday(
                                        base.plus(
                                                Long.parseLong(match.group(1)) - 1,
                                                ChronoUnit.DAYS)));
    }

    private static String weekday(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC)
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
