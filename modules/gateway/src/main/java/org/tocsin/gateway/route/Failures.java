package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong with a request, as a problem (RFC 9457). */
final class Failures implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String PAUSE_SECONDS = "5";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(
                Problem.Refused.class, (refused, ctx) -> Api.problem(ctx, refused.problem()));
        routes.exception(MethodNotAllowedResponse.class, Failures::otherMethod);
        routes.exception(HttpResponseException.class, Failures::byStatus);
        routes.exception(KafkaException.class, Failures::outOfReach);
        routes.exception(Exception.class, Failures::bug);
        routes.error(404, Failures::explainUnknownPath);
    }

    /** Says what may be done instead, as RFC 9110 asks; that is also the answer to OPTIONS. */
    private static void otherMethod(MethodNotAllowedResponse e, Context ctx) {
        String allowed = e.getDetails().getOrDefault("availableMethods", "");
        ctx.header("Allow", allowed);
        if (ctx.method() == HandlerType.OPTIONS) {
            ctx.status(204);
            return;
        }
        String detail = "%s takes %s, not %s".formatted(ctx.path(), allowed, ctx.req().getMethod());
        Api.problem(ctx, Problem.of(405, "Method not allowed", detail));
    }

    private static void byStatus(HttpResponseException e, Context ctx) {
        if (e.getStatus() == 404) {
            Api.problem(ctx, unknownPath(ctx));
            return;
        }
        String title = HttpStatus.forStatus(e.getStatus()).getMessage();
        Api.problem(ctx, Problem.of(e.getStatus(), title, e.getMessage()));
    }

    /** Nothing is lost by asking again: what was not committed did not happen. */
    private static void outOfReach(KafkaException e, Context ctx) {
        LOG.warn("the log is out of reach; method={} path={}", ctx.method(), ctx.path(), e);
        ctx.header("Retry-After", PAUSE_SECONDS);
        Api.problem(ctx, Problem.of(503, "Unavailable", "the log is out of reach; try again"));
    }

    private static void bug(Exception e, Context ctx) {
        LOG.error("a request failed; method={} path={}", ctx.method(), ctx.path(), e);
        Api.problem(ctx, Problem.of(500, "Failed", "see the gateway's log"));
    }

    private static void explainUnknownPath(Context ctx) {
        if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
            Api.problem(ctx, unknownPath(ctx));
        }
    }

    private static Problem unknownPath(Context ctx) {
        return Problem.of(404, "Not found", "there is nothing at " + ctx.path());
    }
}
