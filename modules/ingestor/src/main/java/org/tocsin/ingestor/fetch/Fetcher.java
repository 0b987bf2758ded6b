package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;

/**
 * Fetches documents over HTTP. Safe for many threads. Longer than the other classes of this package
 * because a client is all configuration.
 */
public final class Fetcher implements AutoCloseable {

    /** Who asks, in every request. */
    public static final String USER_AGENT = "Tocsin/0.1 (news feed reader)";

    private final FetchLimits limits;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    /** The clock is only for Retry-After as a date; limits run on real time. */
    public Fetcher(AddressGuard guard, FetchLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.client = client(guard, limits);
        var timer = new ScheduledThreadPoolExecutor(1, Fetcher::daemon);
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    /** What the request came to, at most {@link FetchLimits#total()} later. */
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return follow(request);
        } catch (URISyntaxException e) {
            return Failed.because(Cause.ADDRESS, e.getReason());
        } catch (IOException e) {
            return Failed.because(cause(e), reason(e));
        } catch (RuntimeException e) {
            // The client's own words on an address or answer that it cannot handle.
            return Failed.because(Cause.OURS, "the request failed: " + e.getMessage());
        }
    }

    private FetchOutcome follow(FetchRequest request) throws IOException, URISyntaxException {
        long end = System.nanoTime() + limits.total().toNanos();
        Trail trail = Trail.from(request.url());
        while (trail.hops() <= limits.redirects()) {
            Answer answer = ask(trail, request, end);
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

    private Answer ask(Trail trail, FetchRequest request, long end) throws IOException {
        HttpUriRequestBase ask = message(trail, request);
        long left = Math.max(1, end - System.nanoTime());
        // Reading a byte a second never trips the idle timeout: the whole exchange has one as well.
        ScheduledFuture<?> deadline = deadlines.schedule(ask::cancel, left, TimeUnit.NANOSECONDS);
        try {
            return client.execute(ask, reply -> read(reply, request, trail));
        } finally {
            deadline.cancel(false);
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException(
                        "not done within " + limits.total().toSeconds() + " s");
            }
        }
    }

    private static HttpUriRequestBase message(Trail trail, FetchRequest request) {
        HttpUriRequestBase ask =
                request.form() == null ? new HttpGet(trail.at()) : new HttpPost(trail.at());
        ask.setHeader("Accept", request.purpose().accept());
        if (request.etag() != null) {
            ask.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            ask.setHeader("If-Modified-Since", request.lastModified());
        }
        if (request.form() != null) {
            List<BasicNameValuePair> pairs =
                    request.form().entrySet().stream()
                            .map(pair -> new BasicNameValuePair(pair.getKey(), pair.getValue()))
                            .toList();
            ask.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        }
        return ask;
    }

    private Answer read(ClassicHttpResponse reply, FetchRequest request, Trail trail)
            throws IOException {
        byte[] body = new byte[0];
        HttpEntity entity = reply.getEntity();
        if (entity != null && Answer.isSuccess(reply.getCode(), request)) {
            int limit = Math.min(limits.bodyBytes(), request.purpose().bodyBytes());
            try (InputStream in = entity.getContent()) {
                body = in.readNBytes(limit + 1);
            }
            if (body.length > limit) {
                body = request.purpose().isCut() ? Arrays.copyOf(body, limit) : null;
            }
        }
        return Answer.of(reply, body, request, trail, clock.instant());
    }

    private static Cause cause(IOException e) {
        if (e instanceof AddressGuard.Refused) {
            return Cause.ADDRESS;
        }
        if (e instanceof UnknownHostException) {
            return Cause.NAME;
        }
        if (e instanceof SocketTimeoutException) {
            return Cause.TIMEOUT;
        }
        return e instanceof SSLException ? Cause.TLS : Cause.CONNECTION;
    }

    private static String reason(IOException e) {
        if (e instanceof AddressGuard.Refused) {
            return e.getMessage();
        }
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage();
        }
        if (e instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer in time: " + e.getMessage();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static CloseableHttpClient client(AddressGuard guard, FetchLimits limits) {
        PoolingHttpClientConnectionManager connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(256)
                        .setMaxConnPerRoute(8)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(limits.connect()))
                                        .setSocketTimeout(Timeout.of(limits.idle()))
                                        .setTimeToLive(Timeout.ofMinutes(2))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(Timeout.of(limits.idle()))
                                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                                .build())
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
