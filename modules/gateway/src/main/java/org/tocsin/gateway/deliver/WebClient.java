package org.tocsin.gateway.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedSelectorException;
import java.time.Clock;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to targets past the {@link TargetGuard}. No thread waits for an answer; every attempt ends
 * in time, whatever the other side does; redirects are not followed, since nobody signed up where
 * they lead; of an answer only its head counts.
 */
final class WebClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebClient.class);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
    private static final int NAME_THREADS = 4;

    private final TargetGuard guard;
    private final Clock clock;
    private final Duration patience;
    private final CloseableHttpAsyncClient client;

    /** Names are resolved here: a slow name server holds these threads alone. */
    private final ExecutorService names =
            Executors.newFixedThreadPool(NAME_THREADS, work -> daemon(work, "deliver-names"));

    /**
     * @param patience the most that an attempt may take in all
     */
    WebClient(TargetGuard guard, Clock clock, Duration patience) {
        this.guard = guard;
        this.clock = clock;
        this.patience = patience;
        Timeout timeout = Timeout.of(patience);
        this.client =
                HttpAsyncClients.custom()
                        .setConnectionManager(
                                PoolingAsyncClientConnectionManagerBuilder.create()
                                        .setDnsResolver(guard)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(timeout)
                                                        .setSocketTimeout(timeout)
                                                        .setTimeToLive(TimeValue.ofMinutes(2))
                                                        .build())
                                        .setMaxConnTotal(1_000)
                                        .setMaxConnPerRoute(64)
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setResponseTimeout(timeout)
                                        .setConnectionRequestTimeout(timeout)
                                        .setAuthenticationEnabled(false)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        .setThreadFactory(work -> daemon(work, "deliver"))
                        .setIoReactorExceptionCallback(WebClient::tell)
                        .setUserAgent("Tocsin (alerts)")
                        .evictExpiredConnections()
                        .evictIdleConnections(TimeValue.ofSeconds(30))
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .build();
        client.start();
    }

    private static void tell(Exception e) {
        // What a thread trips over when the client is closed under it.
        if (e instanceof ClosedSelectorException || e instanceof ConcurrentModificationException) {
            LOG.debug("the client is closing", e);
        } else {
            LOG.error("a thread of the client failed", e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A body on its way: JSON, in UTF-8. */
    record Post(String target, Map<String, String> headers, byte[] body) {}

    CompletableFuture<Outcome> send(Post post) {
        long start = System.nanoTime();
        var answer = new CompletableFuture<Outcome>();
        names.execute(
                () -> {
                    try {
                        exchange(guard.resolved(post.target()), post, start, answer);
                    } catch (TargetGuard.Refused e) {
                        answer.complete(Outcome.hopeless(e.getMessage()));
                    } catch (UnknownHostException e) {
                        answer.complete(Outcome.refused(0, "the name is not known", since(start)));
                    } catch (RuntimeException e) {
                        answer.complete(Outcome.refused(0, "failed: " + e, since(start)));
                    }
                });
        return answer;
    }

    private void exchange(URI at, Post post, long start, CompletableFuture<Outcome> answer) {
        var request =
                AsyncRequestBuilder.post(at)
                        .setEntity(
                                AsyncEntityProducers.create(
                                        post.body(), ContentType.APPLICATION_JSON));
        post.headers().forEach(request::setHeader);
        var consumer = new BasicResponseConsumer<>(new DiscardingEntityConsumer<Void>());
        Future<?> exchange =
                client.execute(request.build(), consumer, new Answering(start, answer));
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (answer.complete(
                                    Outcome.refused(0, "no answer in time", since(start)))) {
                                exchange.cancel(true);
                            }
                        });
    }

    private final class Answering implements FutureCallback<Message<HttpResponse, Void>> {

        private final long start;
        private final CompletableFuture<Outcome> answer;

        Answering(long start, CompletableFuture<Outcome> answer) {
            this.start = start;
            this.answer = answer;
        }

        @Override
        public void completed(Message<HttpResponse, Void> response) {
            answer.complete(outcome(response.getHead(), since(start)));
        }

        @Override
        public void failed(Exception e) {
            String why = e instanceof IOException ? "no answer: " + e.getMessage() : "failed: " + e;
            answer.complete(Outcome.refused(0, why, since(start)));
        }

        @Override
        public void cancelled() {
            answer.complete(Outcome.refused(0, "no answer in time", since(start)));
        }
    }

    private Outcome outcome(HttpResponse response, int millis) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return Outcome.taken(status, millis);
        }
        if (status == 410) {
            return new Outcome(
                    Outcome.Verdict.GONE, status, "it said that it is gone", Duration.ZERO, millis);
        }
        String why =
                status >= 300 && status < 400
                        ? "it redirects, which is not followed"
                        : "it answered " + status;
        Header after = response.getFirstHeader("Retry-After");
        Outcome refused = Outcome.refused(status, why, millis);
        return after == null
                ? refused
                : RetryAfter.parse(after.getValue(), clock.instant())
                        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                        .map(refused::pausing)
                        .orElse(refused);
    }

    private static int since(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() {
        names.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
