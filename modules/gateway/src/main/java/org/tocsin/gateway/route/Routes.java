package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;

/** Some paths of the HTTP interface and what answers them. */
public interface Routes {
    void addTo(RoutesConfig routes);
}
