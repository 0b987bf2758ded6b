package org.tocsin.gateway.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Alert;

/**
 * How long news takes, measured at this gateway while it follows the log; what it reads after a
 * start tells nothing of it. Safe for many threads.
 */
public final class Delays {

    /** Alerts whose article was not read here yet: it is on another topic. */
    private static final int WAITING = 1_000;

    /** A way that news goes, and what it shows. */
    public enum Leg {
        /** From publication until the feed was fetched: how often it is asked, mostly. */
        READING,
        /** From fetching until the tagged telling was read here: dedupe and tag. */
        TAGGING,
        /** From fetching until the alert was read here: the pipeline. */
        RINGING,
        /** From publication until the alert was read here: what an analyst feels. */
        WHOLE
    }

    private final Clock clock;
    private final ClockSpeed speed;
    private final Timer whole;
    private final Map<Leg, Sample> samples = new EnumMap<>(Leg.class);
    private final Map<String, Duration> waiting = new LinkedHashMap<>();

    public Delays(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.speed = new ClockSpeed(clock);
        this.whole =
                Timer.builder("tocsin.alert.publication.delay")
                        .description("from the publication of an article until its alert was read")
                        .publishPercentileHistogram()
                        .register(meters);
        for (Leg leg : Leg.values()) {
            samples.put(leg, new Sample());
        }
    }

    /** A telling arrived; backlog is none, since it was published before anybody listened. */
    public void told(Telling telling) {
        Article article = telling.article();
        measure(Leg.TAGGING, sinceFetched(article.fetched()));
        boolean isNews = telling.verdict().verdict() == Verdict.Kind.NEW && !telling.backlog();
        if (isNews && article.published() != null) {
            measure(Leg.READING, Duration.between(article.published(), article.fetched()));
        }
        Duration rung;
        synchronized (this) {
            rung = waiting.remove(article.id());
        }
        if (rung != null) {
            whole(article, rung);
        }
    }

    /**
     * An alert arrived.
     *
     * @param trigger the article that rang it; null where it was not read yet
     */
    public void rang(Alert alert, Article trigger) {
        Duration took = measure(Leg.RINGING, sinceFetched(alert.time()));
        if (trigger != null) {
            whole(trigger, took);
            return;
        }
        synchronized (this) {
            waiting.put(alert.trigger(), took);
            if (waiting.size() > WAITING) {
                waiting.remove(waiting.keySet().iterator().next());
            }
        }
    }

    /**
     * @param ringing what the pipeline took of it
     */
    private void whole(Article trigger, Duration ringing) {
        if (trigger.published() != null) {
            Duration reading = Duration.between(trigger.published(), trigger.fetched());
            whole.record(measure(Leg.WHOLE, reading.plus(ringing)));
        }
    }

    /** In real time, also where the news is a replay. */
    private Duration sinceFetched(Instant fetched) {
        Duration told = Duration.between(fetched, clock.instant());
        return Duration.ofMillis((long) (told.toMillis() / speed.now()));
    }

    private Duration measure(Leg leg, Duration delay) {
        // Clocks of servers differ, and feeds date items ahead.
        Duration counted = delay.isNegative() ? Duration.ZERO : delay;
        samples.get(leg).add(counted);
        return counted;
    }

    /** How many times as fast as real time the news comes: 1, but for a replay. */
    public double speed() {
        return speed.now();
    }

    /** What the last of each leg took; null for a leg of which nothing was seen. */
    public Map<Leg, Spread> spreads() {
        var spreads = new EnumMap<Leg, Spread>(Leg.class);
        samples.forEach((leg, sample) -> spreads.put(leg, sample.spread()));
        return spreads;
    }
}
