package org.tocsin.wire.avro;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's binary encoding of generic records. */
final class AvroBinary {

    private static final int USUAL_SIZE = 2048;

    private AvroBinary() {}

    static byte[] encode(GenericRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        write(record, bytes);
        return bytes.toByteArray();
    }

    static void write(GenericRecord record, ByteArrayOutputStream bytes) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
    }

    /** The same record as another schema sees it, by Avro's rules of resolution. */
    static GenericRecord resolve(GenericRecord record, Schema reader) throws IOException {
        return decode(encode(record), 0, new GenericDatumReader<>(record.getSchema(), reader));
    }

    /**
     * @param start where in the bytes the record begins
     */
    static GenericRecord decode(byte[] bytes, int start, DatumReader<GenericRecord> reader)
            throws IOException {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
        GenericRecord record = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new EOFException("bytes are left over after the record");
        }
        return record;
    }
}
