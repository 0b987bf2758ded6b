package org.tocsin.bench.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The names and numbers of one happening, for the places left open in its sentences. */
final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final List<String> ONSETS =
            List.of(
                    "B", "D", "G", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Br", "Dr", "Kh",
                    "Sh", "Tr", "Z");
    private static final List<String> RHYMES =
            List.of(
                    "a", "o", "e", "i", "u", "al", "an", "ar", "el", "en", "ik", "or", "un", "ash",
                    "esh", "ov", "im");
    private static final List<String> THINGS =
            List.of(
                    "a market hall",
                    "a bakery",
                    "a bus station",
                    "a fuel depot",
                    "a clinic",
                    "a school",
                    "a power station",
                    "a bridge");
    private static final List<String> PASSAGES =
            List.of(
                    "three border crossings",
                    "the rail link",
                    "the gas pipeline",
                    "the river port",
                    "the air corridor");
    private static final List<String> AFFAIRS =
            List.of(
                    "a hospital contract",
                    "the sale of a port",
                    "a road scheme",
                    "army rations",
                    "a lottery licence");

    private final RandomGenerator random;
    private final Map<String, String> values = new HashMap<>();

    private Slots(RandomGenerator random) {
        this.random = random;
    }

    /** A new happening in that region, whose lasting names are in {@code region}. */
    static Slots of(RandomGenerator random, Map<String, String> region, Instant at) {
        var slots = new Slots(random);
        slots.values.putAll(region);
        slots.values.put("town", slots.name());
        slots.values.put("town2", slots.name());
        slots.values.put("day", weekday(at));
        slots.values.put("day2", weekday(at.plus(Duration.ofDays(1))));
        return slots;
    }

    /** The names that all happenings of a region share. */
    static Map<String, String> region(RandomGenerator random) {
        var slots = new Slots(random);
        for (String lasting : List.of("region", "country1", "country2", "river", "firm")) {
            slots.values.put(lasting, slots.name());
        }
        slots.values.put("group", "the " + slots.name() + " Brigades");
        slots.values.put("envoy", "envoy " + slots.name() + " " + slots.name());
        slots.values.put("year", String.valueOf(1996 + random.nextInt(25)));
        slots.values.put("old", String.valueOf(3 + random.nextInt(90)));
        return Map.copyOf(slots.values);
    }

    private static String weekday(Instant at) {
        return at.atZone(ZoneOffset.UTC)
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    String fill(String sentence) {
        return SLOT.matcher(sentence)
                .replaceAll(slot -> values.computeIfAbsent(slot.group(1), this::draw));
    }

    private String draw(String slot) {
        return switch (slot) {
            case "name1", "name2", "name3", "name4" -> name() + " " + name();
            case "thing" -> pick(THINGS);
            case "thing2" -> pick(PASSAGES);
            case "thing3" -> pick(AFFAIRS);
            case "updown" -> random.nextBoolean() ? "higher" : "lower";
            case "a", "b" -> String.valueOf(1 + random.nextInt(8));
            case "h", "mm" -> String.valueOf(10 + random.nextInt(13));
            case "outlet" -> name();
            default -> String.valueOf(4 + random.nextInt(85));
        };
    }

    private String name() {
        int syllables = 2 + random.nextInt(2);
        var name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            String onset = pick(ONSETS);
            name.append(i == 0 ? onset : onset.toLowerCase(Locale.ROOT)).append(pick(RHYMES));
        }
        return name.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
