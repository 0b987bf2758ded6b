package org.tocsin.core.watch.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text of a file, to find where in it a letter of a scalar's value stands.
 *
 * <p>YAML takes indentation, line breaks, quotes and escapes away before a value is a value; here
 * the value is laid along its source again, blank against blank, so that an error within a rule
 * points into the file whatever the scalar's style.
 */
final class SourceText {

    private final int[] letters;

    SourceText(String text) {
        letters = text.codePoints().toArray();
    }

    /** Line and column from 1. */
    record Place(int line, int column) {}

    Place placeOf(int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(index, letters.length); i++) {
            boolean breaks =
                    letters[i] == '\n'
                            || (letters[i] == '\r'
                                    && (i + 1 == letters.length || letters[i + 1] != '\n'));
            line += breaks ? 1 : 0;
            column = breaks ? 1 : column + 1;
        }
        return new Place(line, column);
    }

    /** Where the letter at that UTF-16 offset of the scalar's value stands in the file. */
    Place placeOf(ScalarNode scalar, int offset) {
        int[] value = scalar.getValue().codePoints().toArray();
        int wanted = scalar.getValue().codePointCount(0, offset);
        int at = contentStart(scalar);
        int end = scalar.getEndMark().getIndex();
        int behindLast = at;
        for (int i = 0; i <= wanted && i < value.length; i++) {
            if (Character.isWhitespace(value[i])) {
                continue;
            }
            at = skipBlank(scalar.getScalarStyle(), at, end);
            if (i == wanted) {
                return placeOf(at);
            }
            at += lengthAt(scalar.getScalarStyle(), at, value[i]);
            behindLast = at;
        }
        return placeOf(behindLast);
    }

    private int contentStart(ScalarNode scalar) {
        int start = scalar.getStartMark().getIndex();
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> start + 1;
            case LITERAL, FOLDED -> behindLine(start);
            default -> start;
        };
    }

    private int behindLine(int from) {
        int at = from;
        while (at < letters.length && letters[at] != '\n' && letters[at] != '\r') {
            at++;
        }
        return at;
    }

    /** In double quotes a backslash at the end of a line and an escaped blank are blank too. */
    private int skipBlank(ScalarStyle style, int from, int end) {
        int at = from;
        while (at < end) {
            boolean escaped =
                    style == ScalarStyle.DOUBLE_QUOTED
                            && letters[at] == '\\'
                            && at + 1 < end
                            && "ntr \n\r\t_".indexOf(letters[at + 1]) >= 0;
            if (escaped) {
                at += 2;
            } else if (Character.isWhitespace(letters[at])) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** How many letters of the source stand for this one of the value. */
    private int lengthAt(ScalarStyle style, int at, int letter) {
        if (style == ScalarStyle.SINGLE_QUOTED && letter == '\'') {
            return 2;
        }
        if (style != ScalarStyle.DOUBLE_QUOTED || letters[at] != '\\') {
            return 1;
        }
        return switch (letters[at + 1]) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }
}
