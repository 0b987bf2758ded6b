package org.tocsin.core.dedupe;

/**
 * The days that two articles name as those of their news: two reports alike in all else tell of two
 * happenings where the one is of Tuesday and the other of Wednesday, or of the 4th and the 9th.
 *
 * <p>Days of the week are looked for in title and opening, dates in the lead and its dateline: the
 * dates that stand deeper are those of what went before.
 */
final class Days {

    /** A dateline stands in so many words before the lead. */
    private static final int DATELINE = 6;

    /** An article may bear the date of its print, a day after its news. */
    private static final int PRINTED = 1;

    /** Words in which a report says when it was. */
    private static final int LEAD = 25;

    private static final int YEAR = 366;

    private Days() {}

    /** {@code fresh} where the two were told within hours of each other. */
    static boolean differ(Sketch sketch, Kept kept, int lead, boolean fresh) {
        int here = newsDay(sketch.title, sketch.body, sketch.lead.from());
        int there = newsDay(kept.title(), kept.body(), lead);
        if (here != 0 && there != 0 && here != there) {
            return !(fresh
                    && (nameOne(sketch, here, kept, there, lead) || shareDate(sketch, kept, lead)));
        }
        int length = kept.lead().length;
        return datesDiffer(
                dates(sketch.body, sketch.lead.from(), sketch.lead.to()),
                dates(kept.body(), lead, lead + length));
    }

    /**
     * What is told later names the day of the other below its own: it goes on from there, or it
     * tells of the next such happening.
     */
    static boolean goesOn(Sketch later, Kept kept, int lead) {
        int here = newsDay(later.title, later.body, later.lead.from());
        int there = newsDay(kept.title(), kept.body(), lead);
        return here != 0
                && there != 0
                && here != there
                && names(there, later.title, later.body, later.lead.from());
    }

    /** One of the two names the day of the other, though it may begin with one that is to come. */
    static boolean mayAgree(Sketch sketch, Kept kept, int lead) {
        int here = weekday(sketch.title, sketch.body, sketch.lead.from());
        int there = weekday(kept.title(), kept.body(), lead);
        return here == 0
                || there == 0
                || names(there, sketch.title, sketch.body, sketch.lead.from())
                || names(here, kept.title(), kept.body(), lead);
    }

    /** One of the two names the day of the other: it speaks of today, and of what was before. */
    private static boolean nameOne(Sketch sketch, int here, Kept kept, int there, int lead) {
        return names(there, sketch.title, sketch.body, sketch.lead.from())
                || names(here, kept.title(), kept.body(), lead);
    }

    /** In one place it was Tuesday still when it was Wednesday in another. */
    private static boolean shareDate(Sketch sketch, Kept kept, int lead) {
        int from = sketch.lead.from();
        long[] here = dates(sketch.body, from, from + Terms.OPENING);
        long[] there = dates(kept.body(), lead, lead + Terms.OPENING);
        for (int i = 0; i < here.length; i++) {
            if ((here[i] & there[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The day of the news: further down stand the days of what went before or is to come. */
    private static int newsDay(short[] title, short[] body, int lead) {
        int titled = Codes.shipped().weekday(title, 0, title.length);
        return titled != 0 ? titled : Codes.shipped().weekday(body, lead, lead + LEAD);
    }

    /** The first day of the week that title or opening names, 0 for none. */
    static int weekday(short[] title, short[] body, int lead) {
        int titled = Codes.shipped().weekday(title, 0, title.length);
        return titled != 0 ? titled : Codes.shipped().weekday(body, lead, lead + Terms.OPENING);
    }

    private static boolean names(int day, short[] title, short[] body, int lead) {
        return holds(title, 0, title.length, day) || holds(body, lead, lead + Terms.OPENING, day);
    }

    private static boolean holds(short[] codes, int from, int to, int code) {
        for (int i = from; i < Math.min(to, codes.length); i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }

    /** The days of the year, 0 to 365, as bits, that the lead and the words before it name. */
    private static long[] dates(short[] body, int from, int to) {
        var days = new long[YEAR / Long.SIZE + 1];
        int end = Math.min(to, body.length) - 1;
        for (int i = Math.max(0, from - DATELINE); i < end; i++) {
            int month = Codes.shipped().month(body[i]);
            int day = Codes.shipped().day(body[month == 0 ? i : i + 1]);
            month = month == 0 ? Codes.shipped().month(body[i + 1]) : month;
            if (month != 0 && day != 0) {
                int ofYear = ((month - 1) * 306 + 5) / 10 + day - 1;
                days[ofYear >>> 6] |= 1L << ofYear;
            }
        }
        return days;
    }

    /** Whether both name dates, and none that could be the same. */
    private static boolean datesDiffer(long[] here, long[] there) {
        boolean ours = false;
        boolean theirs = false;
        for (int day = 0; day < here.length * Long.SIZE; day++) {
            theirs |= has(there, day);
            if (has(here, day)) {
                ours = true;
                for (int other = day - PRINTED; other <= day + PRINTED; other++) {
                    if (has(there, Math.floorMod(other, YEAR))) {
                        return false;
                    }
                }
            }
        }
        return ours && theirs;
    }

    private static boolean has(long[] days, int day) {
        return day >>> 6 < days.length && (days[day >>> 6] & 1L << day) != 0;
    }
}
