package org.tocsin.gateway.opml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;

/**
 * A document's characters, fit for a strict parser: decoded as its byte order mark, its server or
 * its declaration says, and HTML's names for characters written as numbers.
 *
 * <p>Places in it are told as they are in the document itself.
 */
final class OpmlText {

    private static final Pattern DECLARED =
            Pattern.compile(
                    "^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private static final Pattern NAMED = Pattern.compile("&([A-Za-z][A-Za-z0-9]{1,31});");
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int HEAD = 256;

    private final String text;

    /** Where each line begins here. */
    private final int[] lines;

    /** By place here: so many characters more stood before it in the document. */
    private final NavigableMap<Integer, Integer> shifts;

    private OpmlText(String text, NavigableMap<Integer, Integer> shifts) {
        this.text = text;
        this.shifts = shifts;
        this.lines =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(at -> text.charAt(at) == '\n')
                                        .map(at -> at + 1))
                        .toArray();
    }

    /**
     * @param charset as the server names it; null where nobody does
     */
    static OpmlText of(byte[] document, String charset) throws BadOpml {
        return of(decoded(document, charset).replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static OpmlText of(String text) {
        var out = new StringBuilder(text.length());
        var shifts = new TreeMap<Integer, Integer>(Map.of(0, 0));
        Matcher named = NAMED.matcher(text);
        int done = 0;
        while (named.find()) {
            String meant = meant(named.group(1));
            if (meant != null) {
                out.append(text, done, named.start()).append(meant);
                done = named.end();
                shifts.put(out.length(), done - out.length());
            }
        }
        return new OpmlText(out.append(text, done, text.length()).toString(), shifts);
    }

    /** As a number, which no parser takes for markup; null where the name is XML's or nobody's. */
    private static String meant(String name) {
        String characters = OF_XML.contains(name) ? "" : Entities.getByName(name);
        if (characters.isEmpty()) {
            return null;
        }
        var numbers = new StringBuilder();
        characters.codePoints().forEach(each -> numbers.append("&#").append(each).append(';'));
        return numbers.toString();
    }

    String text() {
        return text;
    }

    /** The document's own place of what stands there. */
    Place place(int at) {
        int found = Arrays.binarySearch(lines, at);
        int line = found < 0 ? -found - 2 : found;
        int shift = shifts.floorEntry(at).getValue() - shifts.floorEntry(lines[line]).getValue();
        return new Place(line + 1, at - lines[line] + shift + 1);
    }

    /** What stands at that line and column here, which count from 1. */
    int at(int line, int column) {
        return lines[Math.min(line, lines.length) - 1] + column - 1;
    }

    private static String decoded(byte[] bytes, String charset) throws BadOpml {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0, '<') || startsWith(bytes, '<', 0)) {
            boolean big = bytes[0] == 0;
            return decoded(bytes, 0, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        int head = Math.min(HEAD, bytes.length);
        Matcher declared =
                DECLARED.matcher(new String(bytes, 0, head, StandardCharsets.ISO_8859_1));
        String name = charset != null ? charset : declared.find() ? declared.group(1) : "UTF-8";
        // Bytes that read as a declaration are none of UTF-16, whatever it says.
        boolean impossible = name.toUpperCase(Locale.ROOT).startsWith("UTF-16");
        return decoded(bytes, 0, impossible ? StandardCharsets.UTF_8 : named(name));
    }

    private static Charset named(String name) throws BadOpml {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new BadOpml(Place.START, "the encoding '" + name + "' is not known");
        }
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws BadOpml {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out =
                CharBuffer.allocate(
                        (int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new BadOpml(
                    new Place(line, column),
                    "not %s; the XML declaration must name the encoding".formatted(charset.name()));
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
