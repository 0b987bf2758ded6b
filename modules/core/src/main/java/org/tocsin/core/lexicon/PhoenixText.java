package org.tocsin.core.lexicon;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the actor dictionaries of Phoenix and PETRARCH (their format is TABARI's): an entry starts
 * at the margin, {@code +} starts another name of it, and codes stand in brackets behind a name or
 * on indented lines, {@code [RUSGOV >990809]}, with the days between which they hold.
 */
public final class PhoenixText {

    private static final Pattern CODE =
            Pattern.compile("\\[\\s*([A-Z-]+)\\s*([<>]?)\\s*(\\d{6,8})?(?:-(\\d{6,8}))?\\s*]");

    /** Years of two digits from here on are of the last century. */
    private static final int CENTURY = 30;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private PhoenixText() {}

    /** What an actor was between two days, null where open. */
    public record Code(String code, LocalDate from, LocalDate to) {}

    /** An actor as the dictionary has it, its names as people write them; {@code line} from 1. */
    public record Entry(int line, List<String> names, List<Code> codes) {

        public Entry {
            names = new ArrayList<>(names);
            codes = new ArrayList<>(codes);
        }

        public String name() {
            return names.get(0);
        }
    }

    /** What a dictionary gave. */
    public record Read(List<Entry> entries, List<Refusal> refusals) {}

    public static Read read(String text) {
        var reader = new PhoenixText();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            reader.readLine(number, line.replaceAll("[#;].*", "").stripTrailing());
        }
        return new Read(List.copyOf(reader.entries), List.copyOf(reader.refusals));
    }

    private void readLine(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        boolean indented = Character.isWhitespace(line.charAt(0));
        boolean more = line.charAt(0) == '+';
        if ((indented || more) && entries.isEmpty()) {
            refusals.add(new Refusal(number, "no actor stands before it"));
            return;
        }
        int bracket = line.indexOf('[');
        String written = bracket < 0 ? line : line.substring(0, bracket);
        if (!indented && !isName(written)) {
            refusals.add(new Refusal(number, "no name: " + written));
            return;
        }
        if (!indented && !more) {
            entries.add(new Entry(number, List.of(), List.of()));
        }
        Entry entry = entries.get(entries.size() - 1);
        if (!indented) {
            addNames(more ? written.substring(1) : written, entry.names());
        }
        if (bracket >= 0) {
            addCodes(number, line.substring(bracket), entry.codes());
        }
    }

    private static boolean isName(String written) {
        return written.chars().anyMatch(Character::isLetter)
                && written.chars().noneMatch(c -> c == 0xFFFD || c == '/' || c == '=')
                && written.indexOf('+', 1) < 0;
    }

    /** {@code ISLAMIC_ARMY_OF_ADEN_(IAA)_} is two names. */
    private static void addNames(String written, List<String> names) {
        int open = written.indexOf('(');
        int close = written.indexOf(')', open + 1);
        if (open > 0 && close > open + 1) {
            names.add(ProperCase.of(written.substring(0, open) + written.substring(close + 1)));
            names.add(written.substring(open + 1, close).replace('_', ' ').strip());
        } else {
            names.add(ProperCase.of(written));
        }
    }

    private void addCodes(int number, String written, List<Code> codes) {
        Matcher code = CODE.matcher(written);
        int end = 0;
        while (code.find()) {
            end = code.end();
            try {
                codes.add(code(code));
            } catch (DateTimeException e) {
                refusals.add(new Refusal(number, "no day: " + code.group()));
            }
        }
        if (!written.substring(end).isBlank()) {
            refusals.add(new Refusal(number, "no code: " + written.substring(end).strip()));
        }
    }

    private static Code code(Matcher code) {
        LocalDate first = code.group(3) == null ? null : day(code.group(3));
        LocalDate second = code.group(4) == null ? null : day(code.group(4));
        return code.group(2).equals("<")
                ? new Code(code.group(1), null, first)
                : new Code(code.group(1), first, second);
    }

    private static LocalDate day(String digits) {
        int year = Integer.parseInt(digits.substring(0, digits.length() - 4));
        int days = Integer.parseInt(digits.substring(digits.length() - 4));
        if (year < 100) {
            year += year < CENTURY ? 2000 : 1900;
        }
        return LocalDate.of(year, days / 100, days % 100);
    }
}
