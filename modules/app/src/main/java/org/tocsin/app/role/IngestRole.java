package org.tocsin.app.role;

import java.io.UncheckedIOException;
import java.time.Clock;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;

/** The ingestor: feeds in, articles out. */
public final class IngestRole {

    private IngestRole() {}

    public static Ensemble start(Foundation foundation) throws CannotStart {
        var ensemble = new Ensemble();
        try {
            addTo(ensemble, foundation, Clock.systemUTC(), AddressGuard.of(foundation.settings()));
            return ensemble;
        } catch (CannotStart e) {
            ensemble.close();
            throw e;
        }
    }

    static Ingestor addTo(Ensemble ensemble, Foundation foundation, Clock clock, AddressGuard guard)
            throws CannotStart {
        var ingestor = new Ingestor(foundation.settings(), foundation.serdes(), clock, guard);
        ensemble.add(Part.of(ingestor));
        try {
            ingestor.start();
        } catch (UncheckedIOException e) {
            throw new CannotStart(e.getCause().getMessage(), e);
        }
        return ingestor;
    }
}
