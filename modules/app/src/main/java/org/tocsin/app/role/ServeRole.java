package org.tocsin.app.role;

import java.time.Clock;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.gateway.Gateway;
import org.tocsin.gateway.route.HttpServer;

/** The dashboard and the API. */
public final class ServeRole {

    private ServeRole() {}

    public static Ensemble start(Foundation foundation) throws CannotStart {
        var ensemble = new Ensemble();
        addTo(ensemble, foundation, Clock.systemUTC());
        return ensemble;
    }

    static Gateway addTo(Ensemble ensemble, Foundation foundation, Clock clock) throws CannotStart {
        try {
            var gateway = new Gateway(foundation.settings(), foundation.serdes(), clock);
            ensemble.add(Part.of(gateway));
            ensemble.serves(gateway.port());
            return gateway;
        } catch (HttpServer.PortTaken e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }
}
