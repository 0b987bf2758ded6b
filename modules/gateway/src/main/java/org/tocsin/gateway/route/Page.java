package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPEN;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The dashboard's files, as they stand in the jar. They are few and small, so each is read once and
 * revalidated by its ETag: a new version shows at the next load, never half of it.
 */
final class Page implements Routes {

    private static final List<String> FILES =
            List.of(
                    "index.html",
                    "tocsin.css",
                    "icon.svg",
                    "board.js",
                    "coverage.js",
                    "detail.js",
                    "dom.js",
                    "feeds.html",
                    "feeds.js",
                    "keys.js",
                    "main.js",
                    "stories.js",
                    "stream.js",
                    "time.js");

    private record Asset(String type, byte[] bytes, String etag) {

        static Asset of(String file) {
            try (InputStream in =
                    Page.class.getResourceAsStream("/org/tocsin/gateway/page/" + file)) {
                byte[] bytes = in.readAllBytes();
                var crc = new CRC32();
                crc.update(bytes);
                String etag = '"' + HexFormat.of().toHexDigits((int) crc.getValue()) + '"';
                return new Asset(typeOf(file), bytes, etag);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String typeOf(String file) {
            return switch (file.substring(file.lastIndexOf('.'))) {
                case ".html" -> "text/html; charset=utf-8";
                case ".css" -> "text/css; charset=utf-8";
                case ".svg" -> "image/svg+xml";
                default -> "text/javascript; charset=utf-8";
            };
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (String file : FILES) {
            var asset = Asset.of(file);
            // The sign-in page is made of these files too, and they say nothing of anybody's work.
            routes.get(path(file), ctx -> send(ctx, asset), file.endsWith(".html") ? READ : OPEN);
        }
    }

    private static String path(String file) {
        return file.equals("index.html") ? "/" : "/" + file.replaceFirst("\\.html$", "");
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
}
