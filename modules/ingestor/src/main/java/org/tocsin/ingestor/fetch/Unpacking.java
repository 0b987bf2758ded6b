package org.tocsin.ingestor.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the codings of {@code Content-Encoding} (RFC 9110, 8.4.1), which servers get wrong: what
 * is declared packed and is not is taken as it stands, and gzip is known by its first bytes where
 * nothing declares it. What unpacks to more than the limits allow is given up on the way.
 */
final class Unpacking {

    static final String ACCEPTED = "gzip, deflate, br";

    private static final int MOST_CODINGS = 2;

    private final FetchLimits limits;
    private final int limit;
    private final boolean cut;

    Unpacking(FetchLimits limits, int limit, boolean cut) {
        this.limits = limits;
        this.limit = limit;
        this.cut = cut;
    }

    /**
     * @throws Oversize where it is longer, or was packed tighter, than the limits allow
     * @throws IOException where the packed body breaks off or is damaged
     */
    byte[] unpack(Reply reply, Freight.Load load) throws IOException {
        Bytes body = reply.body();
        if (body.size() == 0) {
            return new byte[0];
        }
        for (String coding : codings(reply.head())) {
            body = undo(coding, body, load);
        }
        if (isGzip(body)) {
            body = undo("gzip", body, load);
        }
        body.cutTo(limit);
        return body.toArray();
    }

    /** The last coding applied comes first; those that nobody knows are no codings. */
    private static List<String> codings(HttpResponse head) throws Oversize {
        var found = new ArrayList<String>();
        Iterator<HeaderElement> declared = MessageSupport.iterate(head, "Content-Encoding");
        while (declared.hasNext()) {
            String name = declared.next().getName().toLowerCase(Locale.ROOT);
            switch (name) {
                case "gzip", "x-gzip", "deflate", "br" -> found.add(0, name);
                default -> {
                    // "identity", "none", a charset: all that servers write here.
                }
            }
        }
        if (found.size() > MOST_CODINGS) {
            throw new Oversize("the body is packed " + found.size() + " times");
        }
        return found;
    }

    private Bytes undo(String coding, Bytes packed, Freight.Load load) throws IOException {
        return switch (coding) {
            case "br" -> brotli(packed, load);
            case "deflate" -> deflate(packed, load);
            default -> isGzip(packed) ? gzip(packed, load) : packed;
        };
    }

    private Bytes gzip(Bytes packed, Freight.Load load) throws IOException {
        InputStream in = packed.stream();
        return read(new GZIPInputStream(in), in, packed.size(), load);
    }

    /** Any bytes may begin a brotli stream: only its end tells whether it was one. */
    private Bytes brotli(Bytes packed, Freight.Load load) throws IOException {
        try {
            InputStream in = packed.stream();
            return read(new BrotliInputStream(in), in, packed.size(), load);
        } catch (Oversize | Freight.Crowded e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (isText(packed)) {
                return packed;
            }
            throw new EOFException("the packed body is damaged or breaks off");
        }
    }

    /** RFC 9110 means zlib's format by deflate; half of all servers send the bare stream. */
    private Bytes deflate(Bytes packed, Freight.Load load) throws IOException {
        int first = packed.at(0);
        boolean zlib = (first & 0x0F) == 8 && ((first << 8) + packed.at(1)) % 31 == 0;
        if (!zlib && isText(packed)) {
            return packed;
        }
        var inflater = new Inflater(!zlib);
        try {
            InputStream in = packed.stream();
            return read(new InflaterInputStream(in, inflater), in, packed.size(), load);
        } finally {
            inflater.end();
        }
    }

    private Bytes read(InputStream in, InputStream source, int size, Freight.Load load)
            throws IOException {
        try (in) {
            var out = new Bytes(-1);
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                load.grow(out.size() + read);
                out.add(buffer, read);
                if (out.size() > limit && cut) {
                    return out;
                }
                check(out.size(), size - source.available());
            }
            return out;
        } catch (Oversize | Freight.Crowded e) {
            throw e;
        } catch (IOException e) {
            throw new EOFException("the packed body is damaged or breaks off");
        }
    }

    private void check(int unpacked, int packed) throws Oversize {
        if (unpacked > limit) {
            throw new Oversize("the body is longer than " + limit + " bytes");
        }
        if (unpacked > limits.freelyUnpacked() && unpacked / limits.ratio() > packed) {
            throw new Oversize("the body is packed tighter than 1 to " + limits.ratio());
        }
    }

    private static boolean isGzip(Bytes bytes) {
        return bytes.at(0) == 0x1F && bytes.at(1) == 0x8B && bytes.at(2) == 8;
    }

    /** Markup or JSON, after a byte order mark and white space; packed bytes do not begin so. */
    private static boolean isText(Bytes bytes) {
        int at = bytes.at(0) == 0xEF && bytes.at(1) == 0xBB && bytes.at(2) == 0xBF ? 3 : 0;
        while (at < bytes.size() && bytes.at(at) <= ' ' && at < 100) {
            at++;
        }
        return bytes.at(at) == '<' || bytes.at(at) == '{' || bytes.at(at) == '[';
    }
}
