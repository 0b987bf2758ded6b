package org.tocsin.app.role;

import java.time.Clock;
import org.tocsin.app.discover.WebSearch;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.gateway.Gateway;
import org.tocsin.gateway.route.HttpServer;
import org.tocsin.ingestor.fetch.AddressGuard;

/** The dashboard and the API. */
public final class ServeRole {

    private ServeRole() {}

    public static Ensemble start(Foundation foundation) throws CannotStart {
        var ensemble = new Ensemble();
        addTo(ensemble, foundation, Clock.systemUTC(), AddressGuard.of(foundation.settings()));
        return ensemble;
    }

    /**
     * @param guard which addresses are looked at for feeds
     */
    static Gateway addTo(Ensemble ensemble, Foundation foundation, Clock clock, AddressGuard guard)
            throws CannotStart {
        try {
            var search = new WebSearch(clock, guard);
            var gateway = new Gateway(foundation.settings(), foundation.serdes(), clock, search);
            ensemble.add(Part.of(gateway));
            ensemble.serves(gateway.port());
            return gateway;
        } catch (HttpServer.PortTaken e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }
}
