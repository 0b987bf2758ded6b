package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.AUDIT;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.core.audit.AuditCheck;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.gateway.desk.AuditDesk;

/** Who changed what, and whether that record is whole. */
final class AuditRoutes implements Routes {

    private static final String ENTRIES = "entries";
    private static final int USUAL = 100;

    private final AuditDesk desk;

    AuditRoutes(AuditDesk desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/audit", this::list, AUDIT);
        routes.get(Api.ROOT + "/audit/verification", this::verify, AUDIT);
    }

    private void list(Context ctx) {
        Predicate<AuditEntry> wanted =
                where(ctx, "kind", AuditEntry::kind)
                        .and(where(ctx, "object", AuditEntry::object))
                        .and(where(ctx, "by", AuditEntry::by))
                        .and(before(ctx));
        Predicate<AuditEntry> behind = Listing.behindCursor(ctx, ENTRIES, AuditRoutes::key);
        // One more says whether there is another page.
        int most = Api.limit(ctx, USUAL) + 1;
        Listing.of(ENTRIES, desk.latest(wanted.and(behind), most), AuditRoutes::key)
                .usually(USUAL)
                .send(ctx);
    }

    /** The latest first, and those from before there was a chain last. */
    private static String key(AuditEntry entry) {
        return Listing.largestFirst(entry.number())
                + Listing.latestFirst(entry.time(), entry.object() + entry.version());
    }

    private static Predicate<AuditEntry> where(
            Context ctx, String name, Function<AuditEntry, String> field) {
        String value = ctx.queryParam(name);
        return value == null ? entry -> true : entry -> value.equals(field.apply(entry));
    }

    /** An entry keeps its number, so that pages stay in step while others are added. */
    private static Predicate<AuditEntry> before(Context ctx) {
        String before = ctx.queryParam("before");
        if (before == null) {
            return entry -> true;
        }
        if (!before.matches("\\d{1,18}")) {
            throw Problem.badRequest("before is the number of an entry, not " + before);
        }
        long number = Long.parseLong(before);
        return entry -> entry.number() < number;
    }

    private void verify(Context ctx) {
        String known = ctx.queryParam("known");
        try {
            Api.json(ctx, desk.verify(known == null ? null : AuditCheck.Mark.of(known)));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }
}
