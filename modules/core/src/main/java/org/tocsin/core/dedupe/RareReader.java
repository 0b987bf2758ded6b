package org.tocsin.core.dedupe;

import java.util.Arrays;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * Reads any text, a unit at a time: also letters that are folded to nothing or to several, that are
 * words by themselves, or that take two units.
 */
final class RareReader {

    private Tokens to;
    private int length;
    private int[] forms = new int[0];

    /** Where the next folded unit stands. */
    private int end;

    private boolean opens;

    void read(Tokens tokens, int units) {
        to = tokens;
        length = units;
        end = 0;
        opens = true;
        if (forms.length < to.bounds.length) {
            forms = new int[to.bounds.length];
        }
        to.forms = forms;
        split();
        to = null;
    }

    private void split() {
        boolean in = false;
        int i = 0;
        while (i < length) {
            char c = to.units[i];
            int letter = Letters.of(c);
            if (!in && (letter & Letters.STARTS) != 0) {
                begin(i);
                in = true;
            }
            if (in && (letter & Letters.SIMPLY_GOES_ON) == Letters.GOES_ON) {
                i = goOn(i);
                continue;
            }
            if ((letter & Letters.PAIRED) != 0) {
                int point = Character.codePointAt(to.units, i, length);
                in = pair(point, i, in);
                i += Character.charCount(point);
                continue;
            }
            in = goOnRarely(c, letter, i, in);
            i++;
        }
        if (in) {
            close(length);
        }
    }

    /**
     * Takes letters into the word as long as each is folded to one, and answers where that ends:
     * the hot loop, so what changes is in local variables.
     */
    private int goOn(int from) {
        room(length - from);
        int at = end;
        byte[] folded = to.folded;
        char[] source = to.units;
        int seen = 0;
        int i = from;
        while (i < length) {
            int letter = Letters.of(source[i]);
            if ((letter & Letters.SIMPLY_GOES_ON) != Letters.GOES_ON) {
                break;
            }
            Tokens.UNIT.set(folded, Tokens.SLACK + 2 * at++, (char) letter);
            seen |= letter;
            i++;
        }
        end = at;
        opens &= (seen & Letters.LETTER) == 0;
        return i;
    }

    /** A unit that ends the word, stands alone or is folded to several; is a word still open? */
    private boolean goOnRarely(char c, int letter, int at, boolean in) {
        if (in && (letter & Letters.GOES_ON) != 0) {
            append(Letters.folded(c));
            opens &= (letter & Letters.LETTER) == 0;
            return true;
        }
        if (in) {
            close(at);
        }
        if ((letter & Letters.ALONE) == 0) {
            opens |= (letter & Letters.OPENS) != 0;
            to.mark(at, letter & ~Letters.OPENS, to.size);
            return false;
        }
        begin(at);
        append(
                (letter & Letters.SEVERAL) != 0
                        ? Letters.folded(c)
                        : String.valueOf((char) (letter & Letters.FOLDED)));
        opens &= (letter & Letters.LETTER) == 0;
        close(at + 1);
        return false;
    }

    /** A letter of two units, rare in news; answers whether a word goes on behind it. */
    private boolean pair(int letter, int at, boolean in) {
        boolean alone = Words.isAlone(letter);
        boolean goesOn = in && !alone && Words.goesOnWith(letter);
        if (in && !goesOn) {
            close(at);
        }
        if (!goesOn && !alone && !Words.startsWith(letter)) {
            return false;
        }
        if (!goesOn) {
            begin(at);
        }
        append(Fold.fold(Character.toString(letter)));
        if (alone) {
            close(at + Character.charCount(letter));
        }
        return !alone;
    }

    private void begin(int at) {
        to.bounds[2 * to.size] = at;
        forms[2 * to.size] = end;
        if (opens) {
            to.opens(to.size);
        }
    }

    private void close(int at) {
        int word = to.size++;
        to.bounds[2 * word + 1] = at;
        forms[2 * word + 1] = end;
        to.hasHan |= end > forms[2 * word] && to.foldedUnit(word, 0) >= 0x2E80;
    }

    private void append(String form) {
        room(form.length());
        for (int i = 0; i < form.length(); i++) {
            Tokens.UNIT.set(to.folded, Tokens.SLACK + 2 * end++, form.charAt(i));
        }
    }

    /** Room for so many folded units more. */
    private void room(int more) {
        int needed = 2 * (end + more) + 2 * Tokens.SLACK;
        if (to.folded.length < needed) {
            to.folded = Arrays.copyOf(to.folded, needed + needed / 2);
        }
    }
}
