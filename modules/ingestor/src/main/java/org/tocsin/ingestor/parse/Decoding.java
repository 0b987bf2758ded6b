package org.tocsin.ingestor.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which characters the bytes of a feed are.
 *
 * <p>Evidence in order: a byte order mark, the shape of the first bytes, bytes that are valid UTF-8
 * beyond ASCII (which text in another encoding practically never is), the header's charset and the
 * XML declaration (RFC 7303), what the bytes spell. A claim that the bytes contradict is not
 * believed, and a header that says what every server says by default yields to the declaration.
 */
public final class Decoding {

    private static final Pattern DECLARED =
            Pattern.compile(
                    "<\\?xml[^>]{0,200}?encoding\\s{0,20}=\\s{0,20}[\"']([^\"'>]{1,40})[\"']");

    private static final Pattern CHARSET =
            Pattern.compile(
                    "charset\\s{0,20}=\\s{0,20}[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private Decoding() {}

    public static String decode(byte[] bytes, String contentType) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Charset wide = EncodingGuess.byZeros(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        boolean mainframe = starts(bytes, 0x4C, 0x6F, 0xA7, 0x94) && Charset.isSupported("IBM037");
        Charset shape = mainframe ? Charset.forName("IBM037") : StandardCharsets.ISO_8859_1;
        Charset declared = declared(bytes, shape);
        if (mainframe) {
            return new String(bytes, declared == null ? shape : declared);
        }
        return byClaims(bytes, declared, named(contentType, CHARSET));
    }

    private static String byClaims(byte[] bytes, Charset declared, Charset header) {
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && utf8.get().length() < bytes.length) {
            return utf8.get();
        }
        boolean byDefault = header == null || header.equals(Charsets.WINDOWS);
        Charset[] claims = {byDefault ? declared : header, byDefault ? header : declared};
        if (utf8.isPresent()) {
            return ascii(bytes, utf8.get(), claims);
        }
        for (Charset claim : claims) {
            boolean western = Charsets.WINDOWS.equals(claim);
            Optional<String> text =
                    usable(claim) && !western ? strict(bytes, claim) : Optional.empty();
            if (text.isPresent()) {
                return text.get();
            }
        }
        String mixed = mixed(bytes);
        boolean mostly = looksMixed(mixed, bytes.length);
        boolean western = Charsets.WINDOWS.equals(declared) || Charsets.WINDOWS.equals(header);
        Optional<Charset> guess = mostly || western ? Optional.empty() : EncodingGuess.of(bytes);
        Charset claim = usable(claims[0]) ? claims[0] : claims[1];
        boolean claimed = usable(claim) && claim != StandardCharsets.UTF_8 && !western;
        if (claimed && !mostly) {
            String text = new String(bytes, claim);
            if (guess.isEmpty() || fits(text)) {
                return text;
            }
        }
        return guess.map(found -> new String(bytes, found)).orElse(mixed);
    }

    /**
     * Pure ASCII may still hide a seven-bit encoding: there the declaration or an escape decides.
     */
    private static String ascii(byte[] bytes, String text, Charset[] claims) {
        for (Charset claim : claims) {
            if (usable(claim) && claim != StandardCharsets.UTF_8) {
                return strict(bytes, claim).orElse(text);
            }
        }
        return EncodingGuess.sevenBit(bytes).map(found -> new String(bytes, found)).orElse(text);
    }

    /**
     * UTF-8 in which each byte that cannot be is what Windows' Western page says: some systems put
     * pieces of both into one document, and text of that page alone has no valid sequence.
     */
    private static String mixed(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(new String(new byte[] {in.get()}, Charsets.WINDOWS));
            }
        }
    }

    /** Whether enough sequences were valid: each one of them made the text shorter. */
    private static boolean looksMixed(String text, int bytes) {
        long beyond = text.chars().filter(c -> c > 127).count();
        return bytes - text.length() > beyond / 2;
    }

    /** A claim that is right but for a few bytes, such as those at the end of what was cut. */
    private static boolean fits(String text) {
        long beyond = text.chars().filter(c -> c > 127).count();
        return text.chars().filter(c -> c == '\uFFFD').count() * 50 < beyond;
    }

    /** UTF-16 and UTF-32 cannot be what an eight-bit declaration was read from. */
    private static boolean usable(Charset claim) {
        return claim != null && !claim.name().matches("(?i)(x-)?utf-?(16|32).*");
    }

    private static Optional<String> byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            // A mark before text that is not UTF-8 is one more lie.
            String text = strict(b, StandardCharsets.UTF_8).orElseGet(() -> mixed(b));
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(lenient(b, 4, "UTF-32LE"));
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(lenient(b, 4, "UTF-32BE"));
        }
        if (starts(b, 0xFF, 0xFE)) {
            return Optional.of(lenient(b, 2, "UTF-16LE"));
        }
        if (starts(b, 0xFE, 0xFF)) {
            return Optional.of(lenient(b, 2, "UTF-16BE"));
        }
        return Optional.empty();
    }

    private static Charset declared(byte[] bytes, Charset shape) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1_000), shape);
        return named(head, DECLARED);
    }

    private static Charset named(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.find() ? Charsets.named(matcher.group(1)) : null;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String lenient(byte[] bytes, int from, String charset) {
        return new String(bytes, from, bytes.length - from, Charset.forName(charset));
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
