package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;

/** Fetches documents over HTTP. Safe for many threads, each of which waits for its outcome. */
public final class Fetcher implements AutoCloseable {

    private final FetchLimits limits;
    private final Clock clock;
    private final Freight freight = new Freight();
    private final Transport transport;
    private final Traffic traffic = new Traffic();

    /** The clock is only for dates in headers; limits run on real time. */
    public Fetcher(Egress egress, FetchLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.transport = new Transport(egress, limits);
    }

    /** Without a proxy, and without a contact in the user agent. */
    public Fetcher(AddressGuard guard, FetchLimits limits, Clock clock) {
        this(Egress.direct(guard), limits, clock);
    }

    /** What came of all requests so far. */
    public Traffic traffic() {
        return traffic;
    }

    /** What the request came to, at most {@link FetchLimits#total()} later. */
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return follow(request);
        } catch (URISyntaxException e) {
            return Failed.because(Cause.ADDRESS, e.getReason());
        } catch (IOException e) {
            return Failure.of(e);
        } catch (RuntimeException e) {
            // The client's own words on an address or answer that it cannot handle.
            return Failed.because(Cause.OURS, "the request failed: " + e.getMessage());
        }
    }

    private FetchOutcome follow(FetchRequest request) throws IOException, URISyntaxException {
        try (Freight.Load load = freight.load()) {
            return follow(request, load);
        }
    }

    private FetchOutcome follow(FetchRequest request, Freight.Load load)
            throws IOException, URISyntaxException {
        long end = System.nanoTime() + limits.total().toNanos();
        Trail trail = Trail.from(request.url());
        while (trail.hops() <= limits.redirects()) {
            Answer answer = ask(trail, request, end, load);
            Answer.Redirect redirect = answer.redirect();
            if (redirect == null) {
                return answer.outcome();
            }
            Trail next = trail.to(redirect);
            if (request.form() != null && !trail.leadsAFormTo(next, redirect)) {
                String reason = "a redirect that a form does not follow";
                return new Failed(Cause.REDIRECT, redirect.status(), reason, null);
            }
            trail = next;
        }
        return Failed.because(Cause.REDIRECT, "more than " + limits.redirects() + " redirects");
    }

    private Answer ask(Trail trail, FetchRequest request, long end, Freight.Load load)
            throws IOException {
        Reply reply = transport.exchange(trail.at(), request, end, load);
        int limit = Math.min(limits.bodyBytes(), request.purpose().bodyBytes());
        byte[] body = new Unpacking(limits, limit, request.purpose().isCut()).unpack(reply, load);
        traffic.count(request.purpose(), body);
        return Answer.of(reply.head(), body, request, trail, clock.instant());
    }

    @Override
    public void close() {
        transport.close();
    }
}
