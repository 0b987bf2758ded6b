package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPEN;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The interface described by itself: OpenAPI 3.1. */
final class DescriptionRoutes implements Routes {

    static final String RESOURCE = "/org/tocsin/gateway/openapi.yaml";

    @Override
    public void addTo(RoutesConfig routes) {
        String description = description();
        routes.get("/openapi.yaml", ctx -> Api.text(ctx, "application/yaml", description), OPEN);
    }

    static String description() {
        try (InputStream in = DescriptionRoutes.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
