package org.tocsin.app.role;

import java.time.Clock;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;

/** The ingestor: feeds in, articles out. */
public final class IngestRole {

    private IngestRole() {}

    public static Ensemble start(Foundation foundation) {
        var ensemble = new Ensemble();
        addTo(ensemble, foundation, Clock.systemUTC(), AddressGuard.of(foundation.settings()));
        return ensemble;
    }

    static Ingestor addTo(
            Ensemble ensemble, Foundation foundation, Clock clock, AddressGuard guard) {
        var ingestor = new Ingestor(foundation.settings(), foundation.serdes(), clock, guard);
        ensemble.add(Part.of(ingestor));
        ingestor.start();
        return ingestor;
    }
}
