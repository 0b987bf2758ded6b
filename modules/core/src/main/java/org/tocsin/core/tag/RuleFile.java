package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of rules, which is YAML of one kind: a list of maps, each field on a line of its own
 * behind its name, its value plain, in double quotes or, where examples stand, a list in brackets.
 *
 * <p>A YAML parser reads the same, and a test compares them; at a start it takes as long as all
 * else that the rules need, most of it over examples that nobody asks for then.
 */
final class RuleFile {

    private static final String RULE = "- ";
    private static final String FIELD = "  ";

    private RuleFile() {}

    /**
     * The fields of each rule, lists of examples as they are written.
     *
     * @param lines without comments and blank ones; one that is not as above throws
     */
    static List<Map<String, String>> read(List<String> lines) {
        var rules = new ArrayList<Map<String, String>>();
        for (String line : lines) {
            if (line.startsWith(RULE)) {
                rules.add(new HashMap<>());
            } else if (!line.startsWith(FIELD) || rules.isEmpty()) {
                throw fault("neither a rule nor a field of one", line);
            }
            int colon = line.indexOf(':');
            if (colon < 0 || line.indexOf(' ', FIELD.length()) != colon + 1) {
                throw fault("no name, colon, blank and value", line);
            }
            String name = line.substring(FIELD.length(), colon);
            String value = value(line.substring(colon + 1).strip(), line);
            if (rules.get(rules.size() - 1).put(name, value) != null) {
                throw fault("a field for the second time", line);
            }
        }
        return rules;
    }

    private static String value(String written, String line) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return written;
        }
        int last = written.length() - 1;
        boolean quoted = written.startsWith("\"");
        String value = quoted && written.endsWith("\"") ? written.substring(1, last) : written;
        if (quoted ? last < 1 || !isSimple(value) : !isPlain(value)) {
            throw fault("a value that is neither plain nor simply quoted", line);
        }
        return value;
    }

    private static boolean isSimple(String quoted) {
        return quoted.indexOf('"') < 0 && quoted.indexOf('\\') < 0;
    }

    /** What YAML reads as it is written. */
    private static boolean isPlain(String value) {
        return !value.isEmpty()
                && "#@&*!|>'\"%`[]{},?-:".indexOf(value.charAt(0)) < 0
                && !value.contains(" #")
                && !value.contains(": ")
                && !value.endsWith(":");
    }

    private static IllegalStateException fault(String what, String line) {
        return new IllegalStateException(what + ": " + line);
    }
}
