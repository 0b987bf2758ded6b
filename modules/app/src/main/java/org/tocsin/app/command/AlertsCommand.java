package org.tocsin.app.command;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The alerts as they ring. */
@Command(name = "alerts", description = "Shows the alerts of the running system.")
final class AlertsCommand extends Group {

    private final Terminal terminal;

    AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "tail", description = "Writes alerts, a line each, as they come; Ctrl-C ends.")
    int tail(
            @Mixin Help help,
            @Option(names = "--all", description = "Begins with the oldest that is kept.")
                    boolean all,
            @Option(
                            names = "--route",
                            paramLabel = "ROUTE",
                            description = "Only those of the watchlists that name this route.")
                    String route,
            @Option(
                            names = {"-n", "--limit"},
                            paramLabel = "N",
                            description = "Ends after so many.")
                    Long limit) {
        if (route != null && !Topics.isRoute(route)) {
            throw new Misuse("'" + route + "' is not a route");
        }
        Settings settings = Running.system(terminal);
        Topic<Alert> topic = route == null ? Topics.ALERTS : Topics.alertsTo(route);
        try (var consumer = consumer(settings, topic)) {
            assign(consumer, topic, all);
            write(consumer, limit == null ? Long.MAX_VALUE : limit);
        }
        return 0;
    }

    private void write(KafkaConsumer<String, Alert> consumer, long limit) {
        var out = new JsonLines(terminal.out());
        long written = 0;
        while (written < limit) {
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                if (record.value() != null && written < limit) {
                    out.write(record.value());
                    written++;
                }
            }
        }
    }

    private static void assign(
            KafkaConsumer<String, Alert> consumer, Topic<Alert> topic, boolean all) {
        Collection<PartitionInfo> found = consumer.partitionsFor(topic.name());
        if (found.isEmpty()) {
            throw new Failed("there is no topic " + topic.name());
        }
        List<TopicPartition> partitions =
                found.stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        if (all) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
    }

    private static KafkaConsumer<String, Alert> consumer(Settings settings, Topic<Alert> topic) {
        var kafka = new HashMap<String, Object>(settings.kafka());
        kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(
                kafka,
                new StringDeserializer(),
                new AvroSerdes(settings.registry()).of(topic).deserializer());
    }
}
