// Prints a line for every alert, from the first that the topic still holds. What it needs is on Maven Central: the client
// of Kafka (org.apache.kafka:kafka-clients) and Avro's generic reader (org.apache.avro:avro), with what these bring.
//
//   java -cp 'lib/*' Subscribe.java [TOPIC] [HOW MANY]
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

final class Subscribe {

    private static final String REGISTRY = env("SCHEMA_REGISTRY", "http://localhost:8081");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new HashMap<>();

    public static void main(String[] args) throws Exception {
        String topic = args.length > 0 ? args[0] : "news.alerts";
        long wanted = args.length > 1 ? Long.parseLong(args[1]) : Long.MAX_VALUE;
        new Subscribe().print(topic, wanted);
    }

    private void print(String topic, long wanted) throws IOException, InterruptedException {
        var config = new Properties();
        config.put("bootstrap.servers", env("KAFKA", "localhost:9092"));
        // A dashboard with a group of its own goes on after a restart where it stood.
        config.put("group.id", env("GROUP", "newsroom-dashboard"));
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long told = 0;
            while (told < wanted) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    GenericRecord alert = decode(record.value());
                    // Delivery is at least once: what was told under this id need not be told again.
                    var id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                    System.out.println(id + " " + alert.get("kind") + " " + alert.get("severity") + " " + alert.get("headline"));
                    if (++told == wanted) {
                        return;
                    }
                }
            }
        }
    }

    /** Confluent's wire format: a zero, the number of the writer's schema in four bytes, and the record. */
    private GenericRecord decode(byte[] value) throws IOException, InterruptedException {
        int number = ByteBuffer.wrap(value).getInt(1);
        Schema schema = schemas.get(number);
        if (schema == null) {
            schema = ask(number);
            schemas.put(number, schema);
        }
        var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }

    private Schema ask(int number) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(REGISTRY + "/schemas/ids/" + number)).build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        return new Schema.Parser().parse(new ObjectMapper().readTree(answer).get("schema").asText());
    }

    private static String env(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
