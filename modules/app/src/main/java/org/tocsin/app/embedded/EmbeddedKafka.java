package org.tocsin.app.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real Kafka node, broker and KRaft controller, inside this process and on loopback only.
 *
 * <p>The folder is formatted on its first use; a start on the same folder continues, also after the
 * process was killed. The classes it starts are Kafka's internals ({@code KafkaRaftServer} does the
 * same), so they stay behind this one.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final DataFolder folder;
    private final String bootstrapServers;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private EmbeddedKafka(
            DataFolder folder, int port, ControllerServer controller, BrokerServer broker) {
        this.folder = folder;
        this.bootstrapServers = "127.0.0.1:" + port;
        this.controller = controller;
        this.broker = broker;
    }

    /**
     * Starts a node whose data lie in {@code path}, on {@code port} of loopback (0: a free one).
     */
    public static EmbeddedKafka start(Path path, int port) throws CannotStart {
        DataFolder folder = DataFolder.claim(path);
        try (var ports = new BoundPorts()) {
            int broker = ports.bind(NodeSettings.BROKER, port);
            int controller = ports.bind(NodeSettings.CONTROLLER, 0);
            Properties settings = NodeSettings.of(path, broker, controller);
            format(path, settings);
            return start(folder, broker, settings, ports);
        } catch (CannotStart e) {
            folder.close();
            throw e;
        } catch (Exception e) {
            folder.close();
            throw unexpected(path, e);
        }
    }

    /** {@code host:port}, as clients want it in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static void format(Path path, Properties settings) throws Exception {
        Path metadata = Path.of(settings.getProperty("metadata.log.dir"));
        if (Files.exists(metadata.resolve("meta.properties"))) {
            return;
        }
        LOG.info("formatting {}", path);
        new Formatter()
                .setNodeId(NodeSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(settings.getProperty("log.dirs"), metadata.toString()))
                .setMetadataLogDirectory(metadata.toString())
                .setControllerListenerName(NodeSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setHasDynamicQuorum(false)
                // A start that was killed while formatting has left some of the folders done.
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    private static EmbeddedKafka start(
            DataFolder folder, int port, Properties settings, BoundPorts ports) {
        var config = new KafkaConfig(settings, false);
        var folders = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var metrics = Server.initializeMetrics(config, Time.SYSTEM, folders._1().clusterId().get());
        var shared =
                new SharedServer(
                        config,
                        folders._1(),
                        Time.SYSTEM,
                        metrics,
                        CompletableFuture.completedFuture(
                                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                        List.of(),
                        new StandardFaultHandlerFactory(),
                        ports);
        var broker = new BrokerServer(shared);
        var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
        var node = new EmbeddedKafka(folder, port, controller, broker);
        try {
            controller.startup();
            broker.startup();
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static CannotStart unexpected(Path path, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
                return new CannotStart("the disk of the data folder " + path + " is full", e);
            }
        }
        return new CannotStart(
                "the embedded Kafka broker did not start on %s: %s".formatted(path, e), e);
    }

    /** Stops the node; what was written is on disk and the next start need not recover. */
    @Override
    public void close() {
        // The broker first: it needs the controller to sign off.
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
        folder.close();
    }
}
