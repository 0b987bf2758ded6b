package org.tocsin.gateway.request;

import org.apache.kafka.common.KafkaException;
import org.tocsin.core.request.RequestNote;

/** Where notes are written, to be read in one order by all. */
interface Journal extends AutoCloseable {

    /**
     * Returns when the book has read the note, and so all that was written before it.
     *
     * @throws KafkaException when that cannot be in time
     */
    void write(RequestNote note);

    @Override
    void close();
}
