package org.tocsin.core.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Writes what is kept of an article as {@link KeptLayout} says; the calls in their order. */
final class KeptWriter {

    static final String STORY = "s-";
    static final int HEX_BYTES = 16;

    /** How many of a list one byte can tell. */
    static final int MOST = 255;

    private byte[] bytes = new byte[1024];
    private int end = KeptLayout.FIXED;
    private int flags;
    private int titleKey;
    private int[] prints;
    private short[] title;
    private short[] body;

    KeptWriter numbers(long handle, long at, long seen, int words, int key) {
        titleKey = key;
        Slabs.LONG.set(bytes, KeptLayout.HANDLE, handle);
        millis(KeptLayout.AT, at);
        millis(KeptLayout.SEEN, seen);
        Slabs.SHORT.set(bytes, KeptLayout.WORDS, (short) words);
        Slabs.INT.set(bytes, KeptLayout.TITLE_KEY, key);
        return this;
    }

    private void millis(int field, long millis) {
        Slabs.INT.set(bytes, field, (int) millis);
        Slabs.SHORT.set(bytes, field + Integer.BYTES, (short) (millis >> 32));
    }

    KeptWriter flags(boolean copy, boolean headlineOnly) {
        flags |= (copy ? KeptLayout.COPY : 0) | (headlineOnly ? KeptLayout.HEADLINE_ONLY : 0);
        return this;
    }

    KeptWriter prints(int[] newPrints, int limit) {
        prints = newPrints;
        if (limit == -1) {
            flags |= KeptLayout.WHOLE;
        } else if (prints.length > 0 && limit == largest(prints)) {
            flags |= KeptLayout.LIMITED;
        } else {
            put(limit);
        }
        count(KeptLayout.PRINTS, prints.length);
        for (int print : prints) {
            put(print);
        }
        return this;
    }

    /** The largest unsigned. */
    static int largest(int[] values) {
        int largest = 0;
        for (int value : values) {
            largest = Integer.compareUnsigned(value, largest) > 0 ? value : largest;
        }
        return largest;
    }

    KeptWriter codes(short[] newTitle, short[] newBody, short[] lead, short[] facts) {
        title = newTitle;
        body = newBody;
        codes(KeptLayout.TITLE, title);
        codes(KeptLayout.BODY, body);
        int from = indexIn(body, lead);
        if (from >= 0) {
            flags |= KeptLayout.LEAD_IN_BODY;
            count(KeptLayout.LEAD, lead.length);
            count(KeptLayout.LEAD_FROM, from);
        } else {
            codes(KeptLayout.LEAD, lead);
        }
        codes(KeptLayout.FACTS, facts);
        return this;
    }

    private static int indexIn(short[] body, short[] part) {
        for (int at = 0; at + part.length <= body.length; at++) {
            if (Arrays.equals(body, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    private void codes(int field, short[] codes) {
        count(field, codes.length);
        room(codes.length * Short.BYTES);
        for (short code : codes) {
            Slabs.SHORT.set(bytes, end, code);
            end += Short.BYTES;
        }
    }

    KeptWriter keys(int[] keys) {
        room((prints.length + 7) / 8);
        var left = new int[keys.length];
        int others = 0;
        for (int key : keys) {
            int print = Arrays.binarySearch(prints, key);
            if (print >= 0) {
                bytes[end + print / 8] |= (byte) (1 << print % 8);
            } else if (titleKey != 0 && key == titleKey) {
                flags |= KeptLayout.TITLED;
            } else {
                left[others++] = key;
            }
        }
        end += (prints.length + 7) / 8;
        others = termKeys(left, others);
        for (int i = 0; i < others; i++) {
            put(left[i]);
        }
        count(KeptLayout.OTHER_KEYS, others);
        return this;
    }

    /** Writes those that are terms, and answers how many others are left, which stand first. */
    private int termKeys(int[] keys, int count) {
        long sieve = 0;
        for (int i = 0; i < count; i++) {
            sieve |= 1L << keys[i];
        }
        int left = count;
        int places = Math.min(MOST + 1, title.length + body.length);
        room(places);
        for (int i = 0; i < places && left > 0; i++) {
            short code = i < title.length ? title[i] : body[i - title.length];
            int key = Sketch.termKey(code);
            // No term is a plain word.
            if ((sieve >>> key & 1) != 0 && Codes.kind(code) != Codes.PLAIN) {
                int at = indexOf(key, keys, left);
                if (at >= 0) {
                    bytes[end++] = (byte) i;
                    System.arraycopy(keys, at + 1, keys, at, --left - at);
                }
            }
        }
        count(KeptLayout.TERMS, count - left);
        return left;
    }

    private static int indexOf(int key, int[] keys, int count) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    KeptWriter names(String id, String source, String origin, String story) {
        name(id, id, KeptLayout.HEX_ID);
        put(source);
        if (origin.equals(source)) {
            flags |= KeptLayout.OWN_ORIGIN;
        } else {
            put(origin);
        }
        boolean numbered = story.startsWith(STORY);
        if (numbered && story.length() == id.length() + 2 && story.endsWith(id)) {
            flags |= KeptLayout.OWN_STORY;
        } else {
            name(story, numbered ? story.substring(2) : "", KeptLayout.HEX_STORY);
        }
        return this;
    }

    /** The name as the bytes that its digits tell, or else as it is. */
    private void name(String name, String digits, int hexFlag) {
        if (!isHex(digits)) {
            put(name);
            return;
        }
        flags |= hexFlag;
        room(HEX_BYTES);
        for (int i = 0; i < HEX_BYTES; i++) {
            int high = HexFormat.fromHexDigit(digits.charAt(2 * i));
            bytes[end++] = (byte) (high << 4 | HexFormat.fromHexDigit(digits.charAt(2 * i + 1)));
        }
    }

    private static boolean isHex(String digits) {
        if (digits.length() != HEX_BYTES * 2) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The record, and room behind it. */
    byte[] written() {
        Slabs.INT.set(bytes, 0, end);
        Slabs.SHORT.set(bytes, KeptLayout.FLAGS, (short) flags);
        return bytes;
    }

    private void count(int field, int count) {
        if (count > MOST) {
            throw new IllegalArgumentException(count + " in one list of a kept article");
        }
        bytes[field] = (byte) count;
    }

    private void put(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        room(utf8.length + 1);
        bytes[end++] = (byte) Math.min(MOST, utf8.length);
        if (utf8.length >= MOST) {
            put(utf8.length);
            room(utf8.length);
        }
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
    }

    private void put(int value) {
        room(Integer.BYTES);
        Slabs.INT.set(bytes, end, value);
        end += Integer.BYTES;
    }

    private void room(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (end + more) * 2);
        }
    }
}
