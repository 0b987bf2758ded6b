package org.tocsin.ingestor.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestMapper;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.http.nio.support.ImmediateResponseExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.WWWFormCodec;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;

/**
 * Receives hubs. Before anything is read of a body it must be clear that the path is one of ours;
 * what comes is answered once it is safe with its feed's owner.
 */
final class Reception implements HttpRequestMapper<Supplier<AsyncServerExchangeHandler>> {

    private final Callbacks callbacks;
    private final PushLog log;
    private final Clock clock;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    Reception(Callbacks callbacks, PushLog log, Clock clock) {
        this.callbacks = callbacks;
        this.log = log;
        this.clock = clock;
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    @Override
    public Supplier<AsyncServerExchangeHandler> resolve(HttpRequest request, HttpContext context) {
        Optional<Callback> callback = callbacks.read(path(request));
        if (callback.isEmpty()) {
            return refusal(HttpStatus.SC_NOT_FOUND);
        }
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET")) {
            return refusal(HttpStatus.SC_METHOD_NOT_ALLOWED);
        }
        if (declaredLength(request) > PushBody.MOST_READ) {
            return refusal(HttpStatus.SC_REQUEST_TOO_LONG);
        }
        var exchange = new Exchange(callback.get());
        return () -> new BasicServerExchangeHandler<>(exchange);
    }

    private Supplier<AsyncServerExchangeHandler> refusal(int status) {
        refused.incrementAndGet();
        return () -> new ImmediateResponseExchangeHandler(status, "");
    }

    /** One request to that callback. */
    private final class Exchange
            implements AsyncServerRequestHandler<Message<HttpRequest, PushBody.Read>> {

        private final Callback callback;

        Exchange(Callback callback) {
            this.callback = callback;
        }

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, PushBody.Read>> prepare(
                HttpRequest request, EntityDetails entity, HttpContext context) {
            return new BasicRequestConsumer<>(() -> new PushBody(claim(request)));
        }

        private Optional<Signature> claim(HttpRequest request) {
            return Signature.claimed(
                    header(request, "X-Hub-Signature"), callbacks.secret(callback));
        }

        @Override
        public void handle(
                Message<HttpRequest, PushBody.Read> message,
                ResponseTrigger trigger,
                HttpContext context) {
            var reply = new Reply(trigger, context);
            HttpRequest request = message.getHead();
            if (request.getMethod().equals("GET")) {
                verify(request, reply);
            } else {
                PushBody.Read body = message.getBody();
                take(request, body == null ? PushBody.Read.nothing(claim(request)) : body, reply);
            }
        }

        private void verify(HttpRequest request, Reply reply) {
            Intent intent = Intent.of(WWWFormCodec.parse(query(request), StandardCharsets.UTF_8));
            Pushed note = intent.note(callback, clock.instant());
            if (note == null) {
                refused.incrementAndGet();
                reply.send(HttpStatus.SC_NOT_FOUND, "");
                return;
            }
            log.write(note, answering(reply, intent.echo()));
        }

        /** WebSub, 8.1: who signs wrongly hears a success and is passed over. */
        private void take(HttpRequest request, PushBody.Read body, Reply reply) {
            if (!body.signed()) {
                refused.incrementAndGet();
                reply.send(HttpStatus.SC_OK, "");
                return;
            }
            log.write(note(request, body), answering(reply, ""));
        }

        private Pushed note(HttpRequest request, PushBody.Read body) {
            // Whoever packs or sends more than a record holds has us ask the feed itself.
            boolean whole = body.bytes() != null && body.bytes().length > 0;
            boolean plain = header(request, "Content-Encoding") == null;
            boolean content = whole && plain;
            return new Pushed(
                    callback.feed(),
                    callback.hub(),
                    callback.topic(),
                    content ? Kind.CONTENT : Kind.PING,
                    clock.instant(),
                    null,
                    null,
                    content ? header(request, "Content-Type") : null,
                    content ? body.bytes() : null);
        }

        private Consumer<Boolean> answering(Reply reply, String text) {
            return safe -> {
                if (safe) {
                    accepted.incrementAndGet();
                }
                // The hub tries again later.
                reply.send(
                        safe ? HttpStatus.SC_OK : HttpStatus.SC_SERVICE_UNAVAILABLE,
                        safe ? text : "");
            };
        }
    }

    private static String path(HttpRequest request) {
        String target = request.getPath() == null ? "" : request.getPath();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static String query(HttpRequest request) {
        String target = request.getPath();
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** 0 where the request does not say; the body is counted as it comes all the same. */
    private static long declaredLength(HttpRequest request) {
        String length = header(request, "Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static String header(HttpMessage message, String name) {
        Header header = message.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
