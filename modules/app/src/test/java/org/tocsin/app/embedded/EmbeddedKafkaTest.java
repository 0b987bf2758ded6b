package org.tocsin.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "notes";

    @TempDir private Path folder;

    @Test
    void continuesOnTheSameFolder() throws Exception {
        try (var first = EmbeddedKafka.start(folder, 0)) {
            create(first.bootstrapServers());
            write(first.bootstrapServers(), "before");
        }

        try (var second = EmbeddedKafka.start(folder, 0)) {
            write(second.bootstrapServers(), "after");

            assertThat(readAll(second.bootstrapServers())).containsExactly("before", "after");
        }
    }

    @Test
    void continuesAfterItWasKilled() throws Exception {
        Process killed = startInAnotherProcess();
        killed.destroyForcibly().waitFor();

        try (var next = EmbeddedKafka.start(folder, 0)) {
            assertThat(readAll(next.bootstrapServers())).containsExactly("before");
        }
    }

    @Test
    void refusesAFolderInUse() throws Exception {
        try (var running = EmbeddedKafka.start(folder, 0)) {

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .withMessageContaining("in use by this process");

            assertThat(running.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void namesTheOtherProcessThatUsesTheFolder() throws Exception {
        Process other = startInAnotherProcess();
        try {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .withMessageContaining("in use by another process (pid " + other.pid() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedKafka.start(folder, port))
                    .withMessageContaining("port " + port)
                    .withMessageContaining("taken");
        }

        assertThat(Files.exists(folder.resolve("topics"))).isFalse();
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("occupied"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedKafka.start(file.resolve("data"), 0))
                .withMessageContaining("cannot write to the data folder");
    }

    private Process startInAnotherProcess() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // One line on standard output says that the note is written.
        process.inputReader().readLine();
        return process;
    }

    /** A process that writes one note and then waits to be killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (var kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0)) {
                create(kafka.bootstrapServers());
                write(kafka.bootstrapServers(), "before");
                System.out.println("written");
                Thread.currentThread().join();
            }
        }
    }

    private static void create(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void write(String bootstrap, String note) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, note)).get();
        }
    }

    private static List<String> readAll(String bootstrap) {
        var partition = new TopicPartition(TOPIC, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var notes = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .map(ConsumerRecord::value)
                        .forEach(notes::add);
            }
            return notes;
        }
    }
}
