package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPEN;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.tocsin.gateway.access.Permission;

/**
 * The dashboard's pages and files, as they stand in the jar, lists with their first rows. They are
 * few and small, so each is read once; files are revalidated by their ETags, and pages, which
 * differ by their nonce, are sent anew: a new version shows at the next load, never half of it.
 */
final class Page implements Routes {

    /** What desks share; {@link Desk} names the rest. */
    private static final List<String> SHARED =
            List.of("icon.svg", "api.js", "dom.js", "keys.js", "shell.js", "stream.js", "time.js");

    private static final String ROWS = "{{rows}}";
    private static final String MAY = "{{may}}";
    private static final String CHOICES = "{{choices}}";

    private final Map<String, Function<Context, String>> rows;
    private final Map<String, Parts> parts;

    /**
     * @param rows the first rows of lists that scripts draw from then on, by the desk's path
     * @param parts what the gateway alone draws of a desk, at first and ever after
     */
    Page(Map<String, Function<Context, String>> rows, Map<String, Parts> parts) {
        this.rows = Map.copyOf(rows);
        this.parts = Map.copyOf(parts);
    }

    private record Asset(String type, byte[] bytes, String etag) {

        static Asset of(String file) {
            return of(typeOf(file), text(file));
        }

        static Asset of(String type, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            var crc = new CRC32();
            crc.update(bytes);
            return new Asset(
                    type, bytes, '"' + HexFormat.of().toHexDigits((int) crc.getValue()) + '"');
        }

        private static String typeOf(String file) {
            return switch (file.substring(file.lastIndexOf('.'))) {
                case ".svg" -> "image/svg+xml";
                default -> "text/javascript; charset=utf-8";
            };
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // The sign-in page is made of these files too, and they say nothing of anybody's work.
        SHARED.forEach(file -> add(routes, "/" + file, Asset.of(file), OPEN));
        List<Desk> desks = Desk.ALL.stream().filter(desk -> exists(desk.page())).toList();
        var shell = new Shell(text("shell.html"), text("shapes.svg"), desks);
        for (Desk desk : desks) {
            var markup = new Markup(shell.around(desk, text(desk.page())));
            routes.get(desk.path(), ctx -> markup.send(ctx, places(ctx, desk)), READ);
            Parts renewed = parts.get(desk.path());
            if (renewed != null) {
                routes.get(desk.path() + "/parts", ctx -> renew(ctx, renewed), READ);
            }
            desk.files().forEach(file -> add(routes, "/" + file, Asset.of(file), OPEN));
        }
    }

    private Map<String, String> places(Context ctx, Desk desk) {
        var places = new HashMap<String, String>();
        places.put("{{tally}}", "");
        places.put(MAY, may(ctx));
        places.put(CHOICES, choices(ctx));
        places.put(ROWS, rows.getOrDefault(desk.path(), any -> "").apply(ctx));
        parts.getOrDefault(desk.path(), any -> Map.of())
                .of(ctx)
                .forEach((id, html) -> places.put("{{" + id + "}}", html));
        return places;
    }

    /** In templates, in which rows of a table stand without their table. */
    private static void renew(Context ctx, Parts parts) {
        var html = new StringBuilder();
        parts.of(ctx)
                .forEach(
                        (id, part) ->
                                html.append(
                                        "<template data-part=\"%s\">%s</template>\n"
                                                .formatted(id, part)));
        ctx.header("Cache-Control", "private, no-cache");
        ctx.contentType("text/html; charset=utf-8").result(html.toString());
    }

    /** What the reader may do, for the page to offer that and no more. */
    private static String may(Context ctx) {
        return Door.caller(ctx).permissions().stream()
                .map(Permission::id)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The same as what a token of theirs can be given, in words. */
    private static String choices(Context ctx) {
        return Door.caller(ctx).permissions().stream()
                .filter(each -> each != OPEN)
                .sorted()
                .map(
                        each ->
                                "<label><input type=\"checkbox\" value=\"%s\"> %s</label>"
                                        .formatted(each.id(), each.words()))
                .collect(Collectors.joining("\n"));
    }

    private static void add(RoutesConfig routes, String path, Asset asset, Permission permission) {
        routes.get(path, ctx -> send(ctx, asset), permission);
    }

    private static void send(Context ctx, Asset asset) {
        ctx.header("ETag", asset.etag());
        ctx.header("Cache-Control", "no-cache");
        if (asset.etag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(asset.type()).result(asset.bytes());
        }
    }

    private static boolean exists(String file) {
        return Page.class.getResource(inJar(file)) != null;
    }

    static String text(String file) {
        try (InputStream in = Page.class.getResourceAsStream(inJar(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inJar(String file) {
        return "/org/tocsin/gateway/page/" + file;
    }
}
