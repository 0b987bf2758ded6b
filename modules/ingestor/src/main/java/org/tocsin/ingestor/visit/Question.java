package org.tocsin.ingestor.visit;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.schedule.FollowedFeed;

/**
 * What a visit asks. {@code whole} is without conditions: once a day at least, and where a feed is
 * silent beyond its habit, since the servers that call unchanged what has changed are many. {@code
 * remembered} is where it goes straight to the address that redirects led to.
 */
record Question(FetchRequest request, boolean whole, boolean remembered) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** A server that was caught is asked without conditions for so long. */
    private static final Duration DISTRUST = Duration.ofDays(30);

    private static final int SUSPICIOUS_GAPS = 4;

    static Question about(FollowedFeed followed, Instant now) {
        FeedReport last = followed.last();
        String url = followed.feed().url();
        if (last == null || !url.equals(last.url())) {
            // An address other than the last one knows nothing of its validators.
            return new Question(FetchRequest.plain(url), true, false);
        }
        boolean remembered = Relocation.isRemembered(last, now);
        String address = remembered ? last.moved().url() : url;
        boolean conditions = last.etag() != null || last.lastModified() != null;
        if (!conditions || isDoubtful(last.rhythm(), now)) {
            return new Question(FetchRequest.plain(address), true, remembered);
        }
        var request = new FetchRequest(address, last.etag(), last.lastModified());
        return new Question(request, false, remembered);
    }

    private static boolean isDoubtful(Rhythm rhythm, Instant now) {
        if (rhythm.lastWhole() == null || isSince(rhythm.distrusted(), now, DISTRUST)) {
            return true;
        }
        Duration trusted = Duration.between(rhythm.lastWhole(), now);
        return trusted.compareTo(DAY) >= 0 || isSuspicious(rhythm, trusted, now);
    }

    /** Silent for several gaps: asked whole after an hour, then ever more rarely. */
    private static boolean isSuspicious(Rhythm rhythm, Duration trusted, Instant now) {
        if (rhythm.gap() == null || rhythm.lastNew() == null) {
            return false;
        }
        Duration silence = Duration.between(rhythm.lastNew(), now);
        return silence.compareTo(rhythm.gap().multipliedBy(SUSPICIOUS_GAPS)) > 0
                && trusted.compareTo(HOUR) >= 0
                && trusted.compareTo(silence.dividedBy(2)) >= 0;
    }

    private static boolean isSince(Instant then, Instant now, Duration span) {
        return then != null && now.isBefore(then.plus(span));
    }
}
