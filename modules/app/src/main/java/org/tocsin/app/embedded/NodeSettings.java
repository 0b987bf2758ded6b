package org.tocsin.app.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What differs from Kafka's defaults, which are made for clusters, on a single small node. */
final class NodeSettings {

    static final int NODE_ID = 1;
    static final String BROKER = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";

    private static final List<String> INTERNAL_TOPICS =
            List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic");

    private NodeSettings() {}

    static Properties of(Path folder, int broker, int controller) {
        var settings = new Properties();
        identity(settings, broker, controller);
        settings.put("log.dirs", folder.resolve("topics").toAbsolutePath().toString());
        // Apart from the topics: with one folder a second process crashed the running one.
        settings.put("metadata.log.dir", folder.resolve("metadata").toAbsolutePath().toString());
        singleNode(settings);
        small(settings);
        return settings;
    }

    private static void identity(Properties settings, int broker, int controller) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        String brokerListener = BROKER + "://127.0.0.1:" + broker;
        settings.put("listeners", brokerListener + "," + CONTROLLER + "://127.0.0.1:" + controller);
        settings.put("advertised.listeners", brokerListener);
        settings.put(
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controller);
    }

    private static void singleNode(Properties settings) {
        for (String topic : INTERNAL_TOPICS) {
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // How often it is looked whether the transaction before is over; its markers are local.
        settings.put("add.partitions.to.txn.retry.backoff.ms", "2");
        // Nobody else will join; a dead client of the last run should be forgotten soon.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("auto.create.topics.enable", "false");
    }

    private static void small(Properties settings) {
        // 50 partitions by default, and each costs files at start and at every restart.
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.num.partitions", "8");
        // The default takes 128 MB of heap.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        // Two indexes are laid out per segment, 10 MB each by default.
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }
}
