package org.tocsin.core.watch.thread;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tocsin.core.text.Words;

/**
 * The numbers that a sentence states: tolls, sums, shares. Years, days of a month and clock times
 * are left out, since an item that is only dated anew says nothing new.
 */
final class Numbers {

    private static final List<String> WORDS =
            List.of(
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty",
                    "thirty",
                    "forty",
                    "fifty",
                    "sixty",
                    "seventy",
                    "eighty",
                    "ninety",
                    "dozen",
                    "dozens",
                    "hundred",
                    "hundreds",
                    "thousand",
                    "thousands",
                    "million",
                    "millions",
                    "billion",
                    "billions");
    private static final Set<String> NUMBER_WORDS = Set.copyOf(WORDS);
    private static final Pattern MONTH =
            Pattern.compile(
                    "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?"
                            + "|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Numbers() {}

    static Set<String> of(String sentence) {
        var numbers = new TreeSet<String>();
        Words words = Words.of(sentence);
        for (int i = 0; i < words.size(); i++) {
            if (NUMBER_WORDS.contains(words.folded(i))) {
                numbers.add(words.folded(i));
            } else if (isDigits(words.surface(i))) {
                int last = groupEnd(words, sentence, i);
                if (!isOfTime(words, sentence, i, last)) {
                    numbers.add(digits(words, i, last));
                }
                i = last;
            }
        }
        return numbers;
    }

    private static boolean isDigits(String word) {
        return word.codePoints().allMatch(Character::isDigit);
    }

    /** The last word of a number that marks of thousands or decimals part: 1,200 or 3.5. */
    private static int groupEnd(Words words, String sentence, int first) {
        int last = first;
        while (last + 1 < words.size()
                && words.start(last + 1) == words.end(last) + 1
                && ".,'’٫٬".indexOf(sentence.charAt(words.end(last))) >= 0
                && isDigits(words.surface(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isOfTime(Words words, String sentence, int first, int last) {
        boolean month =
                (first > 0 && MONTH.matcher(words.folded(first - 1)).matches())
                        || (last + 1 < words.size()
                                && MONTH.matcher(words.folded(last + 1)).matches());
        boolean clock =
                isColon(sentence, words.end(last)) || isColon(sentence, words.start(first) - 1);
        boolean year = first == last && YEAR.matcher(words.folded(first)).matches();
        return month || clock || year;
    }

    private static boolean isColon(String sentence, int at) {
        return at >= 0 && at < sentence.length() && sentence.charAt(at) == ':';
    }

    /** In Western digits, whatever the script. */
    private static String digits(Words words, int first, int last) {
        var digits = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.surface(i)
                    .codePoints()
                    .forEach(digit -> digits.append(Character.digit(digit, 10)));
        }
        return digits.toString();
    }
}
