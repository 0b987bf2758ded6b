package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Sketch;
import org.tocsin.wire.topic.Topics;

/**
 * What stands in the line where stories are told: an article in the bytes that it came in, and its
 * sketch.
 *
 * <p>As bytes: one of version, two for the partition that it came from, four for the length of the
 * sketch, the sketch, the article. It is written once and opened only when its turn has come.
 */
record Sketched(Article article, Sketch sketch) {

    private static final byte VERSION = 1;
    private static final int FROM = 1;
    private static final int SKETCH = FROM + Short.BYTES + Integer.BYTES;

    static byte[] write(int from, Received received) {
        byte[] sketch = Sketch.of(received.article()).toBytes();
        return ByteBuffer.allocate(SKETCH + sketch.length + received.bytes().length)
                .put(VERSION)
                .putShort((short) from)
                .putInt(sketch.length)
                .put(sketch)
                .put(received.bytes())
                .array();
    }

    static int from(byte[] bytes) {
        if (bytes.length < SKETCH || bytes[0] != VERSION) {
            throw new SerializationException("no sketched article of version " + VERSION);
        }
        return ByteBuffer.wrap(bytes).getShort(FROM) & 0xFFFF;
    }

    static Sketched read(byte[] bytes, Deserializer<Article> articles) {
        int end = SKETCH + ByteBuffer.wrap(bytes).getInt(FROM + Short.BYTES);
        return new Sketched(
                articles.deserialize(
                        Topics.ARTICLES.name(), Arrays.copyOfRange(bytes, end, bytes.length)),
                Sketch.from(Arrays.copyOfRange(bytes, SKETCH, end)));
    }
}
