package org.tocsin.app.role;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.app.embedded.RunningNote;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.Topics;

/** What the parts stand on: a broker, a registry and the topics, here or elsewhere. */
public final class Foundation implements AutoCloseable {

    private final Settings settings;
    private final AvroSerdes serdes;
    private final Optional<EmbeddedPlatform> platform;

    private Foundation(Settings settings, Optional<EmbeddedPlatform> platform) {
        this.settings = settings;
        this.serdes = new AvroSerdes(settings.registry());
        this.platform = platform;
    }

    /** For a whole system: the brokers of the environment, else embedded ones of its own. */
    public static Foundation own(Map<String, String> environment) throws CannotStart {
        Settings settings = Settings.from(environment);
        if (settings.isEmbedded()) {
            return embedded(environment);
        }
        try (var admin = new TopicAdmin(settings)) {
            admin.apply();
        }
        return new Foundation(settings, Optional.empty());
    }

    /**
     * For a part of a system: the brokers of the environment, else those of the system that runs on
     * the data folder, else embedded ones of its own.
     */
    public static Foundation shared(Map<String, String> environment) throws CannotStart {
        Settings settings = Settings.from(environment);
        if (!settings.isEmbedded()) {
            requireTopics(settings);
            return new Foundation(settings, Optional.empty());
        }
        Optional<RunningNote> running = running(settings);
        return running.isEmpty()
                ? embedded(environment)
                : new Foundation(
                        settings.at(running.get().bootstrapServers(), running.get().registryUrl()),
                        Optional.empty());
    }

    private static Foundation embedded(Map<String, String> environment) throws CannotStart {
        var named = new HashMap<>(environment);
        // The same member at every start, so that a restart need not wait for the last one's
        // session.
        named.putIfAbsent("TOCSIN_INSTANCE", "local");
        EmbeddedPlatform platform = EmbeddedPlatform.start(Settings.from(named));
        return new Foundation(platform.settings(), Optional.of(platform));
    }

    private static Optional<RunningNote> running(Settings settings) throws CannotStart {
        try {
            return RunningNote.read(settings.data());
        } catch (IOException e) {
            throw new CannotStart("cannot read the data folder " + settings.data() + ": " + e, e);
        }
    }

    /** One role alone does not lay out the cluster: that is an operator's step of its own. */
    private static void requireTopics(Settings settings) throws CannotStart {
        try (var admin = new TopicAdmin(settings)) {
            var missing = admin.plan(Topics.all()).missing();
            if (!missing.isEmpty()) {
                throw new CannotStart(
                        "topics are missing: "
                                + missing.stream()
                                        .map(Topic::name)
                                        .collect(Collectors.joining(", "))
                                + "; create them with tocsin topics apply");
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    public AvroSerdes serdes() {
        return serdes;
    }

    public boolean isEmbedded() {
        return platform.isPresent();
    }

    /** Tells other commands on this machine where the system listens; 0 without a dashboard. */
    public void announce(int httpPort) throws CannotStart {
        if (platform.isPresent()) {
            platform.get().announce(httpPort);
        }
    }

    @Override
    public void close() {
        platform.ifPresent(EmbeddedPlatform::close);
    }
}
