package org.tocsin.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.app.registry.RegistryServer;
import org.tocsin.wire.avro.SchemaAdmin;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.Topics;

/**
 * All that the roles need from outside, inside this process: a broker, a schema registry and the
 * topics, with their data in the settings' folder.
 */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPlatform.class);

    private final Path data;
    private final EmbeddedKafka kafka;
    private final RegistryServer registry;
    private final Settings settings;

    private EmbeddedPlatform(Settings settings, EmbeddedKafka kafka, RegistryServer registry) {
        this.data = settings.data();
        this.kafka = kafka;
        this.registry = registry;
        this.settings = settings.at(kafka.bootstrapServers(), registry.url());
    }

    /** Starts all of it and returns when every topic can be written to. */
    public static EmbeddedPlatform start(Settings settings) throws CannotStart {
        EmbeddedKafka kafka = startKafka(settings);
        RegistryServer registry = null;
        try {
            registry =
                    RegistryServer.start(kafka.bootstrapServers(), settings.embeddedRegistryPort());
            var platform = new EmbeddedPlatform(settings, kafka, registry);
            platform.createTopics();
            return platform;
        } catch (CannotStart e) {
            stop(registry, kafka);
            throw e;
        } catch (RuntimeException e) {
            stop(registry, kafka);
            throw new CannotStart("the embedded platform did not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedKafka startKafka(Settings settings) throws CannotStart {
        return EmbeddedKafka.start(settings.data().resolve("kafka"), settings.embeddedKafkaPort());
    }

    private void createTopics() {
        try (var admin = new TopicAdmin(settings)) {
            admin.apply();
        }
        new SchemaAdmin(settings.registry()).apply(Topics.all());
    }

    /** The settings with this broker and this registry filled in. */
    public Settings settings() {
        return settings;
    }

    /**
     * Leaves a note of where the system listens for other commands, to be called when it does.
     *
     * @param httpPort of the dashboard; 0 without one
     */
    public void announce(int httpPort) throws CannotStart {
        var note =
                new RunningNote(
                        kafka.bootstrapServers(),
                        registry.url(),
                        httpPort,
                        ProcessHandle.current().pid());
        try {
            note.write(data);
        } catch (IOException e) {
            throw new CannotStart("cannot write to the data folder " + data + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            RunningNote.remove(data);
        } catch (IOException e) {
            LOG.warn("the note in {} is left behind", data, e);
        }
        stop(registry, kafka);
    }

    private static void stop(RegistryServer registry, EmbeddedKafka kafka) {
        try {
            if (registry != null) {
                registry.close();
            }
        } catch (KafkaException e) {
            LOG.warn("the registry did not stop cleanly", e);
        } finally {
            kafka.close();
        }
    }
}
