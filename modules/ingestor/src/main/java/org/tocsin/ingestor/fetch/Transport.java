package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;

/**
 * One request, one reply: HTTP/2 where a server offers it over TLS, else HTTP/1.1. The caller
 * waits, the client's threads read; so a fetch ends in time whatever its server does.
 */
final class Transport implements AutoCloseable {

    private final FetchLimits limits;
    private final Egress egress;
    private CloseableHttpAsyncClient client;
    private boolean closed;

    Transport(Egress egress, FetchLimits limits) {
        this.limits = limits;
        this.egress = egress;
        this.client = HttpClient.of(egress, limits);
        client.start();
    }

    /**
     * @param end as {@link System#nanoTime()} counts
     * @throws IOException for whatever keeps the server from answering as it should
     */
    Reply exchange(URI at, FetchRequest request, long end, Freight.Load load) throws IOException {
        // Asked here, a slow name server holds up this thread and not all others; what is asked
        // again for the connection a moment later comes from the resolver's memory, and is checked.
        egress.guard().resolve(HostName.resolvable(at));
        try {
            return attempt(at, request, end, load);
        } catch (RequestNotExecutedException | HungUp e) {
            // The server hung up on an old connection while the request was on its way.
            return attempt(at, request, end, load);
        }
    }

    /** The connection ended before a word of an answer. */
    private static final class HungUp extends IOException {
        private static final long serialVersionUID = 1L;

        HungUp(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private Reply attempt(URI at, FetchRequest request, long end, Freight.Load load)
            throws IOException {
        int limit = Math.min(limits.bodyBytes(), request.purpose().bodyBytes());
        var consumer = new ReplyConsumer(request, limit, load);
        var producer = new BasicRequestProducer(message(at, request), form(request));
        Future<Reply> reply = client().execute(producer, consumer, null);
        try {
            return reply.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException(
                    "not done within " + limits.total().toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the ingestor is closing", e);
        } catch (CancellationException e) {
            throw new IOException("the ingestor is closing", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReplyConsumer.Enough) {
                return consumer.soFar();
            }
            if (e.getCause() instanceof ConnectionClosedException ended
                    && consumer.soFar() == null
                    && request.form() == null) {
                throw new HungUp(ended);
            }
            throw cause(e);
        } finally {
            reply.cancel(true);
        }
    }

    /** An error on one of its threads ends the client: the next request gets a new one. */
    private synchronized CloseableHttpAsyncClient client() throws IOException {
        if (closed) {
            throw new IOException("the ingestor is closing");
        }
        if (client.getStatus() == IOReactorStatus.SHUT_DOWN) {
            client.close(CloseMode.IMMEDIATE);
            client = HttpClient.of(egress, limits);
            client.start();
        }
        return client;
    }

    private static IOException cause(ExecutionException e) {
        if (e.getCause() instanceof IOException known) {
            return known;
        }
        // A server that does not speak HTTP is no bug of ours; all else is.
        return e.getCause() instanceof HttpException
                ? new IOException("no proper HTTP: " + e.getCause().getMessage(), e)
                : new Fault(e.getCause());
    }

    /** What the client should not have thrown. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;

        Fault(Throwable cause) {
            super("the request failed: " + cause, cause);
        }
    }

    private static HttpRequest message(URI at, FetchRequest request) {
        var message = new BasicHttpRequest(request.form() == null ? Method.GET : Method.POST, at);
        message.setHeader("Accept", request.purpose().accept());
        message.setHeader("Accept-Encoding", Unpacking.ACCEPTED);
        if (request.etag() != null) {
            message.setHeader("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            message.setHeader("If-Modified-Since", request.lastModified());
        }
        return message;
    }

    private static AsyncEntityProducer form(FetchRequest request) {
        if (request.form() == null) {
            return null;
        }
        List<BasicNameValuePair> pairs =
                request.form().entrySet().stream()
                        .map(pair -> new BasicNameValuePair(pair.getKey(), pair.getValue()))
                        .toList();
        return AsyncEntityProducers.createUrlEncoded(pairs, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
    }
}
