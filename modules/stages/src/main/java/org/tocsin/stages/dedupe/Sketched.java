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
 * <p>As bytes: one of version, the {@link Place} (two for the partition, eight for each time), four
 * for the length of the sketch, the sketch, the article. It is written once and opened only when
 * its turn has come.
 */
record Sketched(Article article, Sketch sketch) {

    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + Short.BYTES + 2 * Long.BYTES;
    private static final int SKETCH = LENGTH + Integer.BYTES;

    /**
     * What is known of the place in the line without reading the article.
     *
     * @param from the partition of the input that it came from
     * @param fetched as the article says
     * @param stamp the time of its record, which is {@code fetched} unless a broker would refuse
     *     that
     */
    record Place(int from, long fetched, long stamp) {

        /**
         * @param written the time of the record that the article came in: one that a broker has
         *     accepted. They refuse what is far ahead of them.
         */
        static Place of(int from, Article article, long written) {
            long fetched = article.fetched().toEpochMilli();
            return new Place(from, fetched, Math.max(0, Math.min(fetched, written)));
        }
    }

    static byte[] write(Place place, Received received, Sketch made) {
        byte[] sketch = made.toBytes();
        return ByteBuffer.allocate(SKETCH + sketch.length + received.bytes().length)
                .put(VERSION)
                .putShort((short) place.from())
                .putLong(place.fetched())
                .putLong(place.stamp())
                .putInt(sketch.length)
                .put(sketch)
                .put(received.bytes())
                .array();
    }

    static Place place(byte[] bytes) {
        if (bytes.length < SKETCH || bytes[0] != VERSION) {
            throw new SerializationException("no sketched article of version " + VERSION);
        }
        var in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        return new Place(in.getShort() & 0xFFFF, in.getLong(), in.getLong());
    }

    static Sketched read(byte[] bytes, Deserializer<Article> articles) {
        int end = SKETCH + ByteBuffer.wrap(bytes).getInt(LENGTH);
        Article article =
                articles.deserialize(
                        Topics.ARTICLES.name(), Arrays.copyOfRange(bytes, end, bytes.length));
        byte[] sketch = Arrays.copyOfRange(bytes, SKETCH, end);
        // After an upgrade there stand in the line what the older version sketched.
        return new Sketched(
                article, Sketch.isReadable(sketch) ? Sketch.from(sketch) : Sketch.of(article));
    }
}
