package org.tocsin.ingestor.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;

/**
 * Takes a body in: checks its signature to the end, keeps it as far as a record holds, and breaks
 * off where it goes on beyond all reason.
 */
final class PushBody extends AbstractBinAsyncEntityConsumer<PushBody.Read> {

    /** What a record of Kafka's default size holds beside its other fields. */
    static final int MOST_KEPT = 900_000;

    static final int MOST_READ = 10_000_000;

    /** {@code bytes} is null where there were more than a record holds. */
    record Read(boolean signed, byte[] bytes) {

        /** No body at all, which can be signed as well. */
        static Read nothing(Optional<Signature> signature) {
            return new Read(signature.map(Signature::holds).orElse(false), new byte[0]);
        }
    }

    private final Optional<Signature> signature;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    PushBody(Optional<Signature> signature) {
        this.signature = signature;
    }

    @Override
    protected void streamStart(ContentType type) {}

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer bytes, boolean last) throws IOException {
        length += bytes.remaining();
        if (length > MOST_READ) {
            throw new IOException("a body of more than " + MOST_READ + " bytes");
        }
        signature.ifPresent(check -> check.update(bytes));
        // What nobody signed is of no use, so it takes no room.
        if (length > MOST_KEPT || signature.isEmpty()) {
            kept = null;
        }
        if (kept != null) {
            var chunk = new byte[bytes.remaining()];
            bytes.get(chunk);
            kept.write(chunk);
        }
        bytes.position(bytes.limit());
    }

    @Override
    protected Read generateContent() {
        boolean signed = signature.map(Signature::holds).orElse(false);
        return new Read(signed, kept == null ? null : kept.toByteArray());
    }

    @Override
    public void releaseResources() {
        kept = null;
    }
}
