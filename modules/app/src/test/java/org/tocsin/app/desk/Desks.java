package org.tocsin.app.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.VerdictDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** The desks on a broker and a registry of their own; each desk is as one of another process. */
final class Desks implements AutoCloseable {

    private final EmbeddedPlatform platform;

    private Desks(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    static Desks in(Path folder) throws CannotStart {
        var environment =
                Map.of(
                        "TOCSIN_DATA", folder.toString(),
                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
        return new Desks(EmbeddedPlatform.start(Settings.from(environment)));
    }

    Settings settings() {
        return platform.settings();
    }

    WatchlistDesk watchlists() {
        return new WatchlistDesk(settings(), serdes(), Clock.systemUTC());
    }

    VerdictDesk verdicts() {
        return new VerdictDesk(settings(), serdes(), Clock.systemUTC());
    }

    FeedDesk feeds() {
        return new FeedDesk(settings(), serdes(), Clock.systemUTC());
    }

    LexiconDesk lexicon() {
        return new LexiconDesk(settings(), serdes(), Clock.systemUTC());
    }

    private AvroSerdes serdes() {
        return new AvroSerdes(settings().registry());
    }

    @Override
    public void close() {
        platform.close();
    }
}
