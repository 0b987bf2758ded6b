package org.tocsin.stages.dedupe;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.core.article.Article;

/** An article with the bytes that it came in, which travel on as they are. */
record Received(byte[] bytes, Article article) {

    static Serde<Received> serde(Serde<Article> articles) {
        return Serdes.serdeFrom(
                (topic, received) -> received.bytes(),
                (topic, bytes) ->
                        bytes == null
                                ? null
                                : new Received(
                                        bytes, articles.deserializer().deserialize(topic, bytes)));
    }
}
