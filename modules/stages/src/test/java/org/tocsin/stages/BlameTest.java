package org.tocsin.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.tocsin.wire.registry.RegistryRefusal;
import org.tocsin.wire.registry.RegistryUnavailable;

class BlameTest {

    @Test
    void bytesThatAreNoRecordAreTheRecordsFault() {
        var failure = new SerializationException("cut short", new EOFException());

        assertThat(Blame.liesWithTheRecord(failure)).isTrue();
    }

    @Test
    void anUnknownSchemaIdIsTheRecordsFault() {
        var failure = new SerializationException(new RegistryRefusal("no schema 7", 404, 40403));

        assertThat(Blame.liesWithTheRecord(failure)).isTrue();
    }

    @Test
    void aRegistryThatIsDownIsNobodysRecord() {
        var failure = new StreamsException(new RegistryUnavailable("down", null));

        assertThat(Blame.liesWithTheRecord(failure)).isFalse();
    }

    @Test
    void refusedCredentialsAreNobodysRecord() {
        var failure = new StreamsException(new RegistryRefusal("who are you", 401, 401));

        assertThat(Blame.liesWithTheRecord(failure)).isFalse();
    }

    @Test
    void aBrokenStateStoreIsNobodysRecord() {
        assertThat(Blame.liesWithTheRecord(new ProcessorStateException("disk"))).isFalse();
    }
}
