package org.tocsin.core.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.core.article.Article;

/**
 * Reads who an article says wrote it: an agency's credit ({@code MOSCOW (Reuters) -}, {@code AFP
 * -}, {@code /TASS/}, a last line {@code Reuters}, an author) or, in the title and the first
 * sentences, the outlet it only retells ({@code Reuters reported}, {@code according to Bild}).
 */
final class Credits {

    /** The words in which a dateline or the attribution of a retelling stand. */
    private static final int OPENING = 60;

    private static final int DATELINE = 14;
    private static final int CLOSING = 30;

    /** How deep under captions and links the dateline of a page may stand. */
    private static final int PAGE = 150;

    /** The origin of what is compiled from several agencies: nobody can say which. */
    private static final String MANY = "agencies";

    /** What an outlet does that is retold. */
    private static final Set<String> TELLS = words("tells");

    private static final Set<String> BEFORE = words("before");

    /** Words that may stand between an outlet's name and what it does. */
    private static final Set<String> KIND = words("kind");

    private static final Set<String> AGENCIES = words("agencies");

    private static final Set<String> WITH = words("with");

    private static final Credits SHIPPED = new Credits(Owners.shipped());

    private final Owners owners;

    /**
     * Of the raw hashes of agencies and of each word that an outlet's name begins with: asked of
     * every word of an opening, before a string is made of it.
     */
    private final HashFilter namesSomebody = new HashFilter();

    private Credits(Owners owners) {
        this.owners = owners;
        namesSomebody.addAll(owners.firstWords());
        AGENCIES.forEach(word -> namesSomebody.add(word.hashCode()));
    }

    /** The words of that kind in {@code credits.tsv}, folded. */
    private static Set<String> words(String kind) {
        try (var in = Credits.class.getResourceAsStream("credits.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(kind + "\t"))
                    .flatMap(line -> Arrays.stream(line.split("\t")[1].split(" ")))
                    .map(form -> Tokens.of(form).folded(0))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("credits.tsv", e);
        }
    }

    static Credits shipped() {
        return SHIPPED;
    }

    static List<String> wordsOf(String text) {
        Tokens words = Tokens.of(text);
        var surfaces = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            surfaces.add(words.surface(i));
        }
        return surfaces;
    }

    /**
     * The owner that the article credits or retells, if any; given its title's and text's words.
     */
    Optional<String> of(Article article, Tokens title, Tokens text) {
        for (String author : article.authors()) {
            Optional<String> credited = wholly(author);
            if (credited.isPresent()) {
                return credited;
            }
        }
        return credited(article.text(), text)
                .or(() -> retold(title, OPENING))
                .or(() -> retold(text, OPENING));
    }

    /** An author that is nobody but an outlet: "Reuters", "By AFP", "Reuters Staff". */
    private Optional<String> wholly(String author) {
        Tokens words = Tokens.of(author);
        int from = words.size() > 0 && words.folded(0).equals("by") ? 1 : 0;
        if (words.size() > 0 && words.size() - from <= 3 && isAgencies(words, words.size() - 1)) {
            return Optional.of(MANY);
        }
        return nameAt(words, from)
                .filter(
                        name ->
                                from + name.words().size() == words.size()
                                        || words.folded(words.size() - 1).equals("staff"))
                .map(Owners.Name::owner);
    }

    private Optional<String> credited(String text, Tokens words) {
        int size = words.size();
        for (int i = 0; i < size; i++) {
            if (i == PAGE && size - CLOSING > i) {
                i = size - CLOSING;
            }
            if (!mayName(words, i)) {
                continue;
            }
            boolean edge = i < DATELINE || i >= size - CLOSING;
            Optional<Owners.Name> name = nameAt(words, i);
            if (name.isPresent()) {
                int last = i + name.get().words().size() - 1;
                if (edge ? isCredit(text, words, i, last) : isByline(text, words, i, last)) {
                    return name.map(Owners.Name::owner);
                }
            } else if (edge && isWithAgencies(text, words, i)) {
                return Optional.of(MANY);
            }
        }
        return Optional.empty();
    }

    /** Behind captions and links: what no photographer's credit looks like. */
    private static boolean isByline(String text, Tokens words, int first, int last) {
        char before = beside(text, words.start(first) - 1, -1);
        char after = beside(text, words.end(last), 1);
        boolean dateline =
                before == '(' && after == ')' && isDash(beside(text, words.end(last) + 1, 1))
                        || before == '/' && after == '/';
        return dateline || last > first && before == '\n' && after == '\n';
    }

    boolean namesOutlet(Tokens words) {
        for (int i = 0; i < words.size(); i++) {
            if (mayName(words, i) && (nameAt(words, i).isPresent() || isAgencies(words, i))) {
                return true;
            }
        }
        return false;
    }

    /** "With agencies" at the end, or the agencies where one of them would be credited. */
    private static boolean isWithAgencies(String text, Tokens words, int at) {
        if (!isAgencies(words, at)) {
            return false;
        }
        boolean last = words.size() - at < 4 && at > 0 && WITH.contains(words.folded(at - 1));
        return last || isCredit(text, words, at, at);
    }

    private static boolean isAgencies(Tokens words, int at) {
        return AGENCIES.contains(words.folded(at));
    }

    private static boolean isCredit(String text, Tokens words, int first, int last) {
        char before = beside(text, words.start(first) - 1, -1);
        char after = beside(text, words.end(last), 1);
        if (before == '(' && (after == ')' || after == '/') || before == '/' && after == '/') {
            return true;
        }
        if (isCopyright(text, words, first)) {
            return true;
        }
        // A Chinese dispatch opens with its agency, the place and the day.
        boolean opening =
                first < DATELINE && isDash(after) || first == 0 && Codes.isHan(words.folded(first));
        boolean line = (before == '\n' || isDash(before)) && after == '\n';
        boolean source =
                after == '\n' && first > 0 && words.folded(first - 1).matches("source|by|via");
        return opening || line && first > 0 || source;
    }

    /** "© 2024 AFP", "Copyright 2024 The Associated Press". */
    private static boolean isCopyright(String text, Tokens words, int first) {
        int from = words.start(Math.max(0, first - 2));
        boolean sign = text.substring(Math.max(0, from - 2), words.start(first)).indexOf('©') >= 0;
        return sign
                || first > 0 && words.folded(first - 1).equals("copyright")
                || first > 1 && words.folded(first - 2).equals("copyright");
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == ':';
    }

    /** The next character that is no blank; a line break at either end of the text. */
    private static char beside(String text, int from, int step) {
        int i = from;
        while (i >= 0 && i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '.')) {
            i += step;
        }
        return i < 0 || i >= text.length() ? '\n' : text.charAt(i);
    }

    private Optional<String> retold(Tokens words, int most) {
        for (int i = 0; i < Math.min(most, words.size()); i++) {
            if (!mayName(words, i)) {
                continue;
            }
            Optional<Owners.Name> name = nameAt(words, i);
            if (name.isPresent() && isRetold(words, i, i + name.get().words().size())) {
                return name.map(Owners.Name::owner);
            }
        }
        return Optional.empty();
    }

    private static boolean isRetold(Tokens words, int first, int next) {
        int after = next;
        while (after < words.size() && KIND.contains(words.folded(after))) {
            after++;
        }
        int before = first - 1;
        while (before >= 0 && KIND.contains(words.folded(before))) {
            before--;
        }
        return after < words.size() && TELLS.contains(words.folded(after))
                || before >= 0 && isAttribution(words, before);
    }

    private static boolean isAttribution(Tokens words, int at) {
        String word = words.folded(at);
        return BEFORE.contains(word)
                && (!word.equals("to") || at > 0 && words.folded(at - 1).equals("according"))
                && (!word.equals("by")
                        || at > 0
                                && Set.of("quoted", "cited", "reported", "seen")
                                        .contains(words.folded(at - 1)));
    }

    /** False where neither an outlet's name nor a word for the agencies begins there. */
    private boolean mayName(Tokens words, int at) {
        return namesSomebody.mayHold(words.rawHash(at));
    }

    private Optional<Owners.Name> nameAt(Tokens words, int at) {
        if (at >= words.size() || !mayName(words, at)) {
            return Optional.empty();
        }
        for (Owners.Name name : owners.startingWith(words.surface(at))) {
            if (matches(words, at, name.words())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Tokens words, int at, List<String> name) {
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!words.isSurface(at + i, name.get(i))) {
                return false;
            }
        }
        return true;
    }
}
