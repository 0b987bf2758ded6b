package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.tocsin.wire.registry.MemoryRegistry;
import org.tocsin.wire.registry.RegistryConfig;
import org.tocsin.wire.registry.RegistryRefusal;

final class GenericAvroSerdeTest {

    private static final Schema NOTE =
            SchemaBuilder.record("Note")
                    .fields()
                    .requiredString("text")
                    .requiredInt("stars")
                    .endRecord();

    private final MemoryRegistry registry = new MemoryRegistry();

    @Test
    void writesConfluentsFormat() {
        registry.register("others-value", Schema.create(Schema.Type.STRING));

        byte[] bytes = serde(Map.of()).serializer().serialize("notes", note("hi", 3));

        // 0, the id 2 in four bytes, the length 2 and 3 as zig-zag numbers.
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00" + "00000002" + "04" + "6869" + "06");
        assertThat(registry.idOf("notes-value", NOTE)).isEqualTo(2);
    }

    @Test
    void namesSubjectsOfKeysByTheirKind() {
        GenericAvroSerde keys = new GenericAvroSerde().configure(registry, config(Map.of()), true);

        keys.serializer().serialize("notes", note("hi", 3));

        assertThat(registry.idOf("notes-key", NOTE)).isEqualTo(1);
    }

    @Test
    void registersNothingWhenItIsToldNotTo() {
        GenericAvroSerde serde = serde(Map.of("auto.register.schemas", false));

        assertThatExceptionOfType(RegistryRefusal.class)
                .isThrownBy(() -> serde.serializer().serialize("notes", note("hi", 3)));
    }

    @Test
    void writesWithTheLastSchemaWhenItIsToldTo() {
        Schema older =
                SchemaBuilder.record("Note")
                        .fields()
                        .requiredInt("stars")
                        .requiredString("text")
                        .endRecord();
        registry.register("notes-value", older);
        GenericAvroSerde serde =
                serde(Map.of("auto.register.schemas", false, "use.latest.version", true));

        byte[] bytes = serde.serializer().serialize("notes", note("hi", 3));

        GenericRecord read = serde.deserializer().deserialize("notes", bytes);
        assertThat(read.getSchema()).isEqualTo(older);
        assertThat(read.get("text")).hasToString("hi");
    }

    @Test
    void refusesALastSchemaThatOursCannotRead() {
        Schema other = SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
        registry.register("notes-value", other);
        GenericAvroSerde serde =
                serde(Map.of("auto.register.schemas", false, "use.latest.version", true));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> serde.serializer().serialize("notes", note("hi", 3)))
                .withMessageContaining("notes-value");
    }

    @Test
    void saysWhatIsWrongWithForeignBytes() {
        assertThat(fault(new byte[0])).contains("notes", "0 bytes");
        assertThat(fault(new byte[] {0, 0, 1})).contains("3 bytes");
        assertThat(fault("{\"text\":\"hi\"}".getBytes())).contains("begins with 0x7b");
        assertThat(fault(ByteBuffer.allocate(9).putInt(1, 77).array())).contains("schema 77");
    }

    @Test
    void saysThatARecordIsTruncated() {
        byte[] whole = serde(Map.of()).serializer().serialize("notes", note("a longer text", 3));

        for (int length = 5; length < whole.length; length++) {
            assertThat(fault(Arrays.copyOf(whole, length))).contains("truncated", "Note");
        }
        assertThat(fault(Arrays.copyOf(whole, whole.length + 1))).contains("left over");
    }

    @Test
    void refusesLengthsThatAreNoLengths() {
        registry.register("notes-value", NOTE);
        byte[] hugeText = HexFormat.of().parseHex("00" + "00000001" + "feffffffffffffffff01");

        assertThat(fault(hugeText)).contains("truncated");
    }

    private String fault(byte[] bytes) {
        try {
            serde(Map.of()).deserializer().deserialize("notes", bytes);
            throw new AssertionError("was read");
        } catch (SerializationException e) {
            return e.getMessage();
        }
    }

    private GenericAvroSerde serde(Map<String, ?> configs) {
        return new GenericAvroSerde().configure(registry, config(configs), false);
    }

    private static RegistryConfig config(Map<String, ?> more) {
        var configs = new HashMap<String, Object>(more);
        configs.put("schema.registry.url", "mock://test");
        return new RegistryConfig(configs);
    }

    private static GenericRecord note(String text, int stars) {
        var note = new GenericData.Record(NOTE);
        note.put("text", text);
        note.put("stars", stars);
        return note;
    }
}
