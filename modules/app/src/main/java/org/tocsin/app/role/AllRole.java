package org.tocsin.app.role;

import java.time.Clock;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.gateway.Gateway;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;

/** The whole pipeline in one process: the parts still meet only in topics. */
public final class AllRole {

    private AllRole() {}

    public static Ensemble start(Foundation foundation) throws CannotStart {
        return start(foundation, Clock.systemUTC(), AddressGuard.of(foundation.settings()));
    }

    /**
     * @param clock the time of fetching
     * @param guard which addresses feeds may have
     */
    public static Ensemble start(Foundation foundation, Clock clock, AddressGuard guard)
            throws CannotStart {
        var ensemble = new Ensemble();
        try {
            Gateway gateway = ServeRole.addTo(ensemble, foundation, clock, guard);
            StageRole.names().forEach(name -> StageRole.addTo(ensemble, name, foundation));
            Ingestor ingestor = IngestRole.addTo(ensemble, foundation, clock, guard);
            // One place to look at for who runs all of it.
            IngestMeters.bind(ingestor, gateway.meters());
            return ensemble;
        } catch (RuntimeException | CannotStart e) {
            ensemble.close();
            throw e;
        }
    }
}
