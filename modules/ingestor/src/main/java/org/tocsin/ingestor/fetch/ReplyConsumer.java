package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Takes an answer in, on the transport's threads: no more of it than the limit, and of a body that
 * nobody wants no more than spares a new connection.
 */
final class ReplyConsumer implements AsyncResponseConsumer<Reply> {

    private static final int MOST_UNWANTED = 65_536;

    /** Marks the exchanges that a server has answered: a proxy's refusal comes here unmarked. */
    private static final String SERVERS = "tocsin.servers-answer";

    /** Ends an exchange of which enough was read. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FetchRequest request;
    private final int limit;
    private final Freight.Load load;
    private volatile Reply reply;
    private FutureCallback<Reply> done;
    private boolean wanted;
    private int unwanted;

    ReplyConsumer(FetchRequest request, int limit, Freight.Load load) {
        this.request = request;
        this.limit = limit;
        this.load = load;
    }

    static void isTheServers(HttpResponse head, EntityDetails entity, HttpContext context) {
        context.setAttribute(SERVERS, Boolean.TRUE);
    }

    /** What has come so far; null before the head. */
    Reply soFar() {
        return reply;
    }

    @Override
    public void consumeResponse(
            HttpResponse head,
            EntityDetails entity,
            HttpContext context,
            FutureCallback<Reply> callback)
            throws IOException {
        if (context.getAttribute(SERVERS) == null) {
            throw new IOException("the proxy answered " + head.getCode());
        }
        wanted = entity != null && Answer.isSuccess(head.getCode(), request);
        long promised = wanted ? entity.getContentLength() : 0;
        reply = new Reply(head, new Bytes(Math.min(promised, limit)));
        done = callback;
        if (promised > limit && !request.purpose().isCut()) {
            throw new Oversize("the body is longer than " + limit + " bytes");
        }
        if (entity == null) {
            callback.completed(reply);
        }
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        if (!wanted) {
            unwanted += source.remaining();
            source.position(source.limit());
            if (unwanted > MOST_UNWANTED) {
                throw new Enough();
            }
            return;
        }
        load.grow(reply.body().size() + source.remaining());
        reply.body().add(source);
        if (reply.body().size() > limit) {
            if (request.purpose().isCut()) {
                throw new Enough();
            }
            throw new Oversize("the body is longer than " + limit + " bytes");
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        done.completed(reply);
    }

    @Override
    public void informationResponse(HttpResponse head, HttpContext context) {
        // Early hints are for browsers.
    }

    @Override
    public void failed(Exception cause) {
        // The caller's future tells it.
    }

    @Override
    public void releaseResources() {
        // What was read is the caller's.
    }
}
