package org.tocsin.core.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> TELLS =
            Set.of(
                    "reported",
                    "reports",
                    "report",
                    "reporting",
                    "said",
                    "says",
                    "writes",
                    "wrote",
                    "revealed",
                    "cited",
                    "quoted",
                    "informs",
                    "informed",
                    "rapporte",
                    "rapportait",
                    "indique",
                    "berichtet",
                    "berichtete",
                    "meldet",
                    "meldete",
                    "informa",
                    "informo",
                    "reporto",
                    "segun",
                    "сообщает",
                    "сообщил",
                    "сообщило",
                    "сообщила",
                    "передает",
                    "передаёт",
                    "пишет",
                    "bildirdi");

    private static final Set<String> BEFORE =
            Set.of(
                    "to",
                    "berichtet",
                    "berichtete",
                    "meldet",
                    "meldete",
                    "citing",
                    "cites",
                    "cited",
                    "told",
                    "by",
                    "laut",
                    "selon",
                    "segun",
                    "сообщает",
                    "передает",
                    "пишет",
                    "данным",
                    "агентство",
                    "rapporte",
                    "secondo",
                    "unter",
                    "gegenuber",
                    "نقلت",
                    "وكالة");

    /** Words that may stand between an outlet's name and what it does. */
    private static final Set<String> KIND =
            Set.of(
                    "news",
                    "agency",
                    "newspaper",
                    "daily",
                    "magazine",
                    "television",
                    "tv",
                    "radio",
                    "channel",
                    "broadcaster",
                    "website",
                    "the",
                    "state",
                    "wire",
                    "service",
                    "l");

    private static final Set<String> AGENCIES =
            Set.of("agencies", "agenturen", "agences", "agencias", "agenzie", "agentur");

    private static final Credits SHIPPED = new Credits(Owners.shipped());

    private final Owners owners;

    private Credits(Owners owners) {
        this.owners = owners;
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
            if (i == DATELINE && size - CLOSING > i) {
                i = size - CLOSING;
            }
            Optional<Owners.Name> name = nameAt(words, i);
            if (name.isPresent()) {
                int last = i + name.get().words().size() - 1;
                if (isCredit(text, words, i, last)) {
                    return name.map(Owners.Name::owner);
                }
            } else if (isWithAgencies(words, i)) {
                return Optional.of("agencies");
            }
        }
        return Optional.empty();
    }

    boolean namesOutlet(Tokens words) {
        for (int i = 0; i < words.size(); i++) {
            if (nameAt(words, i).isPresent() || AGENCIES.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithAgencies(Tokens words, int at) {
        // First what is soon said: this is asked of every word of the opening.
        return words.size() - at < 4
                && AGENCIES.contains(words.folded(at))
                && at > 0
                && Set.of("with", "mit", "avec", "con", "from", "and")
                        .contains(words.folded(at - 1));
    }

    private static boolean isCredit(String text, Tokens words, int first, int last) {
        char before = beside(text, words.start(first) - 1, -1);
        char after = beside(text, words.end(last), 1);
        if (before == '(' && (after == ')' || after == '/') || before == '/' && after == '/') {
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

    private Optional<Owners.Name> nameAt(Tokens words, int at) {
        if (at >= words.size() || !owners.mayStart(words, at)) {
            return Optional.empty();
        }
        return owners.startingWith(words.surface(at)).stream()
                .filter(name -> matches(words, at, name.words()))
                .findFirst();
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
