package org.tocsin.core.tag;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.core.text.Span;

/**
 * Tells page furniture from an article's own sentences: related lists, share bars, counters,
 * comment forms, bylines. It carries no actors and no events.
 *
 * <p>A first version by the words of single lines and by headings that open a list or a form.
 */
final class Furniture {

    private static final Pattern SURE =
            Pattern.compile(
                    "(?iu)\\s*(?:read (?:more|also|next|this)|see also|related(?:"
                            + " \\w+)?\\s*:?$|related(?:"
                            + " (?:stories|articles|news|posts|topics|links|coverage|content))|more"
                            + " (?:from|on|about|news|stories)\\b.*|more\\s*:|don't miss|most"
                            + " (?:read|popular|viewed|shared)|latest news|latest$|top"
                            + " stories|trending|popular (?:now|posts|stories)|recommended"
                            + " (?:for|stories|articles)|you (?:may|might) (?:also|like)|share"
                            + " (?:this|on|via|:|$)|share$|tweet(?: this)?$|follow"
                            + " (?:us|@)|subscribe|sign (?:up|in)|log ?in|print(?: version|"
                            + " this|$)|e-?mail (?:this|us)|\\d*"
                            + " ?comments?(?:\\s*\\(?\\d*\\)?)?\\s*:?$|leave a (?:reply|comment)|post a"
                            + " comment|tags?\\s*:|topics?\\s*:|categor(?:y|ies)\\s*:|views?\\s*:|\\d[\\d,.]*"
                            + " views|photos?\\s*:|photo"
                            + " by|images?\\s*:|picture\\s*:|source\\s*:|url\\s*:|copyright|©|all"
                            + " rights reserved|advertisement|sponsored|newsletter|your"
                            + " (?:e-?mail|name|comment)|required fields|you must be|recommend"
                            + " (?:this|news)|connect with us|click here|download"
                            + " (?:the|our)|home\\s*[>»/]|main\\s*[>»/]|by"
                            + " (?-i:[\\p{Lu}][^.!?]{0,60}$|\\p{Lu}[\\p{L}'’-]*(?:,? (?:and|in|of|for|&|\\p{Lu}[\\p{L}'’-]*))+\\.?$)|words\\s*:|pictures\\s*:|editing\\s*:|reporting by|editing by|\\(reporting"
                            + " by|\\(editing by|\\(additional reporting|written by|additional"
                            + " reporting|file photo|getty images|читайте"
                            + " также|поделиться|подпис(?:аться|ывайтесь)|смотрите также|اقرأ أيضا|اقرأ"
                            + " المزيد|شارك|تابعونا|إقرأ).*");

    /** "Anadolu / A. Person": apart from the others, since it reads the whole line. */
    private static final Pattern CREDIT =
            Pattern.compile(
                    "(?iu)[^.]*(?:reuters|afp|ap|tass|getty|epa|sana|irna|anadolu)\\s*/\\s*[^.]*");

    private static final Pattern LIST_HEADING =
            Pattern.compile(
                    "(?iu)\\s*(?:read (?:more|also|next)|see also|related(?:"
                            + " (?:stories|articles|news|posts|topics|links|coverage|content))?|more"
                            + " (?:from|on|news|stories)\\b.{0,40}|don't miss|most"
                            + " (?:read|popular|viewed|shared)|latest(?: news)?|top stories|trending(?:"
                            + " now)?|popular (?:now|posts|stories)|recommended(?: for you| stories|"
                            + " articles)?|you (?:may|might) also (?:like|be interested in)|читайте"
                            + " также|смотрите также|اقرأ أيضا)\\s*:?\\s*");

    private static final Pattern FORM_HEADING =
            Pattern.compile(
                    "(?iu)\\s*(?:leave a (?:reply|comment)|post a"
                            + " comment|comments?(?:\\s*\\(\\d+\\))?\\s*:?|\\d+ comments?|add (?:a"
                            + " )?comment|комментарии|التعليقات)\\s*");

    /** The first words of what {@link #SURE} and the headings find. */
    private static final Set<String> OPENERS =
            Set.of(
                    "read",
                    "see",
                    "related",
                    "more",
                    "don",
                    "most",
                    "latest",
                    "top",
                    "trending",
                    "popular",
                    "recommended",
                    "recommend",
                    "you",
                    "share",
                    "tweet",
                    "follow",
                    "subscribe",
                    "sign",
                    "log",
                    "login",
                    "print",
                    "email",
                    "comment",
                    "comments",
                    "leave",
                    "post",
                    "tag",
                    "tags",
                    "topic",
                    "topics",
                    "category",
                    "categories",
                    "view",
                    "views",
                    "photo",
                    "photos",
                    "image",
                    "images",
                    "picture",
                    "source",
                    "url",
                    "copyright",
                    "all",
                    "advertisement",
                    "sponsored",
                    "newsletter",
                    "your",
                    "required",
                    "connect",
                    "click",
                    "download",
                    "home",
                    "main",
                    "by",
                    "reporting",
                    "editing",
                    "written",
                    "words",
                    "pictures",
                    "additional",
                    "file",
                    "getty",
                    "add",
                    "комментарии",
                    "التعليقات",
                    "читайте",
                    "поделиться",
                    "подписаться",
                    "подписывайтесь",
                    "смотрите",
                    "اقرأ",
                    "شارك",
                    "تابعونا",
                    "إقرأ");

    /** Longer lines are sentences. */
    private static final int LONGEST = 120;

    /**
     * Which words may be openers, by their hashes: hardly any line's first word need be cut out.
     */
    private static final BitSet MAY_OPEN = openers();

    private static final int HASHES = 1 << 12;

    private Furniture() {}

    static boolean[] in(String text, List<Span> sentences) {
        boolean[] furniture = new boolean[sentences.size()];
        boolean list = false;
        boolean form = false;
        for (int i = 0; i < furniture.length; i++) {
            Span span = sentences.get(i);
            boolean opens = mayOpen(text, span);
            boolean alone = (opens || list) && isAlone(text, span);
            form |= alone && opens && is(FORM_HEADING, text, span);
            boolean ends = endsLikeASentence(text, span);
            // A heading opens a list of other items, which ends at the first real sentence.
            list = alone && (opens && is(LIST_HEADING, text, span) || list && !ends);
            furniture[i] =
                    form
                            || list
                            || !ends && breadcrumb(text, span)
                            || Datelines.isAlone(text, span)
                            || span.end() - span.start() <= LONGEST && isSure(text, span, opens);
        }
        return furniture;
    }

    private static BitSet openers() {
        var hashes = new BitSet(HASHES);
        OPENERS.forEach(opener -> hashes.set(opener.hashCode() & HASHES - 1));
        return hashes;
    }

    private static boolean isSure(String text, Span span, boolean opens) {
        return opens && is(SURE, text, span) || mayCredit(text, span) && is(CREDIT, text, span);
    }

    private static boolean is(Pattern pattern, String text, Span span) {
        return pattern.matcher(span.of(text)).matches();
    }

    /** Reading each line of an article by the patterns took a tenth of tagging. */
    private static boolean mayOpen(String text, Span span) {
        int end = span.start();
        int hash = 0;
        while (end < span.end() && Character.isLetter(text.charAt(end))) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(end));
            end++;
        }
        return end - span.start() <= 1
                ? mayOpen(text.charAt(span.start()))
                : MAY_OPEN.get(hash & HASHES - 1)
                        && OPENERS.contains(
                                text.substring(span.start(), end).toLowerCase(Locale.ROOT));
    }

    /** What the patterns may find before no word: "12 comments", "(Reporting by", "e-mail us". */
    private static boolean mayOpen(char first) {
        return first >= '0' && first <= '9'
                || first == 'e'
                || first == 'E'
                || first == '('
                || first == '©'
                || Character.isWhitespace(first);
    }

    private static boolean breadcrumb(String text, Span span) {
        for (int i = span.start() + 1; i + 1 < span.end(); i++) {
            char mark = text.charAt(i);
            if ((mark == '»' || mark == '›' || mark == '/' && span.end() - span.start() < 60)
                    && text.charAt(i - 1) == ' '
                    && text.charAt(i + 1) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** A credit has a slash and no full stop. */
    private static boolean mayCredit(String text, Span span) {
        if (text.charAt(span.end() - 1) == '.') {
            return false;
        }
        boolean slash = false;
        for (int i = span.start(); i < span.end(); i++) {
            char mark = text.charAt(i);
            if (mark == '.') {
                return false;
            }
            slash |= mark == '/';
        }
        return slash;
    }

    private static boolean endsLikeASentence(String text, Span span) {
        return ".!?\"”’»)…؟۔。".indexOf(text.charAt(span.end() - 1)) >= 0;
    }

    /** True where the sentence is a whole line. */
    private static boolean isAlone(String text, Span span) {
        int before = span.start() - 1;
        while (before >= 0
                && text.charAt(before) != '\n'
                && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int after = span.end();
        while (after < text.length()
                && text.charAt(after) != '\n'
                && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        return (before < 0 || text.charAt(before) == '\n')
                && (after >= text.length() || text.charAt(after) == '\n');
    }
}
