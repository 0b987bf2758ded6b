package org.tocsin.ingestor.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out which characters the bytes of a feed are.
 *
 * <p>Evidence in order: a byte order mark, the shape of the first bytes, bytes that are valid UTF-8
 * beyond ASCII (which text in another encoding practically never is), the XML declaration, the
 * header's charset. A claim that the bytes contradict is not believed. Western labels stand for
 * their Windows supersets, as in the WHATWG Encoding Standard.
 */
final class Decoding {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> SUPERSETS =
            Map.of(
                    "iso-8859-1", "windows-1252",
                    "us-ascii", "windows-1252",
                    "iso-8859-9", "windows-1254",
                    "tis-620", "x-windows-874",
                    "gb2312", "GB18030",
                    "gbk", "GB18030",
                    "shift_jis", "windows-31j",
                    "euc-kr", "x-windows-949");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoding() {}

    static String decode(byte[] bytes, String contentType) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Charset shape = byShape(bytes);
        if (shape != null && shape.name().startsWith("UTF")) {
            return lenient(bytes, 0, shape);
        }
        Charset declared = declared(bytes, shape == null ? StandardCharsets.ISO_8859_1 : shape);
        if (shape != null) {
            return lenient(bytes, 0, declared == null ? shape : declared);
        }
        return byClaims(bytes, declared, named(contentType, CHARSET));
    }

    private static String byClaims(byte[] bytes, Charset declared, Charset header) {
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        // Pure ASCII may still hide ISO-2022 or UTF-7: there the declaration decides.
        if (utf8.isPresent() && (utf8.get().length() < bytes.length || !usable(declared))) {
            return utf8.get();
        }
        for (Charset claim : new Charset[] {declared, header}) {
            Optional<String> text = usable(claim) ? strict(bytes, claim) : Optional.empty();
            if (text.isPresent()) {
                return text.get();
            }
        }
        if (utf8.isPresent()) {
            return utf8.get();
        }
        boolean other = usable(declared) && declared != StandardCharsets.UTF_8;
        return other ? lenient(bytes, 0, declared) : mostlyUtf8OrWindows(bytes);
    }

    /** A few bad bytes in UTF-8 are replaced; text without any valid sequence is Western. */
    private static String mostlyUtf8OrWindows(byte[] bytes) {
        String utf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
        long bad = utf8.chars().filter(c -> c == '\uFFFD').count();
        long good = utf8.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return good > bad ? utf8 : lenient(bytes, 0, WINDOWS);
    }

    /** UTF-16 and UTF-32 cannot be what an eight-bit declaration was read from. */
    private static boolean usable(Charset claim) {
        return claim != null && !claim.name().matches("(?i)(x-)?utf-?(16|32).*");
    }

    private static Optional<String> byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            // A mark before text that is not UTF-8 is one more lie.
            return strict(b, StandardCharsets.UTF_8)
                    .or(() -> Optional.of(mostlyUtf8OrWindows(b)))
                    .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(lenient(b, 4, Charset.forName("UTF-32LE")));
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(lenient(b, 4, Charset.forName("UTF-32BE")));
        }
        if (starts(b, 0xFF, 0xFE)) {
            return Optional.of(lenient(b, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(b, 0xFE, 0xFF)) {
            return Optional.of(lenient(b, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /** XML 1.0, appendix F: what {@code <} or {@code <?xm} looks like in other code units. */
    private static Charset byShape(byte[] b) {
        if (starts(b, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(b, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(b, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(b, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(b, 0x4C, 0x6F, 0xA7, 0x94) && Charset.isSupported("IBM037")) {
            return Charset.forName("IBM037");
        }
        return null;
    }

    private static Charset declared(byte[] bytes, Charset shape) {
        String head = new String(bytes, 0, Math.min(bytes.length, 400), shape);
        return named(head, DECLARED);
    }

    private static Charset named(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1).strip();
        try {
            String known = Charset.forName(name).name();
            String wider = SUPERSETS.getOrDefault(known.toLowerCase(Locale.ROOT), known);
            return Charset.forName(Charset.isSupported(wider) ? wider : known);
        } catch (IllegalArgumentException e) {
            return null;
        }
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

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
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
