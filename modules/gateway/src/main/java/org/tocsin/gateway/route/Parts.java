package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.util.Map;

/**
 * What the gateway draws of a desk itself: HTML by the id of the element that it stands in. The
 * desk's page has a place {@code {{id}}} for each, and {@code parts.js} asks for them anew.
 */
interface Parts {

    Map<String, String> of(Context ctx);
}
