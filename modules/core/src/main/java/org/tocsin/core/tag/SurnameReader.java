package org.tocsin.core.tag;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.lexicon.Office;
import org.tocsin.core.lexicon.Offices;
import org.tocsin.core.lexicon.Role;
import org.tocsin.core.text.Fold;

/**
 * Reads a surname before a title in Chinese, Japanese and Korean: of those who bear it, who holds
 * that office on the article's day or held it ({@code 林外相}, {@code 安倍元首相}); before a title of any
 * office ({@code 野田氏}) whom the article names in full, or else who alone bears it.
 */
final class SurnameReader {

    /** Han, kana and Hangul stand from here on. */
    static final char FIRST_EASTERN = 0x1100;

    /** "Former", and words for states that may stand between a name and an office. */
    private static final String FORMER = "元前전";

    private static final String STATES = "米英仏独露伊中韓日印豪加北台新故";

    private static final int LONGEST_TITLE = 6;
    static final char FIRST_HANGUL = 0xAC00;

    private final Names names;
    private final Reading reading;
    private final ActorFinder.Known known;
    private final int end;

    SurnameReader(Names names, Reading reading, ActorFinder.Known known, int end) {
        this.names = names;
        this.reading = reading;
        this.known = known;
        this.end = end;
    }

    /** The person whom the surname there names, which spans these words; null for none. */
    Found at(int word, int sentence) {
        int start = reading.words.start(word);
        int stop = Math.min(reading.words.end(end - 1), start + TitledSurnames.LONGEST);
        for (int to = word + 1; to <= end && reading.words.end(to - 1) <= stop; to++) {
            int last = reading.words.end(to - 1);
            List<Actor> bearers = names.titledSurnames.bearers(reading.text.substring(start, last));
            if (!bearers.isEmpty() && isWhole(start, last)) {
                Actor meant = meant(bearers, to, last - start == 1);
                if (meant != null) {
                    return new Found(meant, NameKind.ALIAS, word, to, sentence);
                }
            }
            if (reading.text.charAt(start) >= FIRST_HANGUL) {
                break;
            }
        }
        return null;
    }

    /** Not the end of a longer surname ({@code 小林}), nor a part of a word in katakana. */
    private boolean isWhole(int start, int last) {
        if (start == 0) {
            return true;
        }
        var before = Character.UnicodeScript.of(reading.text.charAt(start - 1));
        var first = Character.UnicodeScript.of(reading.text.charAt(start));
        if (first == Character.UnicodeScript.HAN) {
            return before != first || !known.isJapanese;
        }
        return before != first
                && (last == reading.text.length()
                        || Character.UnicodeScript.of(reading.text.charAt(last)) != first);
    }

    private Actor meant(List<Actor> bearers, int to, boolean single) {
        int at = to;
        boolean former = false;
        if (at < end && isOne(at, FORMER)) {
            former = true;
            at++;
        } else if (at < end && isOne(at, STATES)) {
            at++;
        }
        if (at >= end || !reading.blankAfter(at - 1)) {
            return null;
        }
        Offices.Hit office = names.lexicon.offices().longest(reading.words, at, end);
        if (office != null) {
            return holder(bearers, office, former);
        }
        return opens(at, names.namesakes.titles) ? bearer(bearers, single) : null;
    }

    private boolean isOne(int word, String letters) {
        int start = reading.words.start(word);
        return reading.words.end(word) - start == 1
                && letters.indexOf(reading.text.charAt(start)) >= 0;
    }

    private boolean opens(int word, Set<String> titles) {
        int start = reading.words.start(word);
        int longest = Math.min(reading.text.length(), start + LONGEST_TITLE);
        String text = Fold.fold(reading.text.substring(start, longest));
        return titles.stream().anyMatch(text::startsWith);
    }

    /** Who of them holds the office, or did so last. */
    private Actor holder(List<Actor> bearers, Offices.Hit hit, boolean former) {
        var keys = new HashSet<String>();
        for (Office office : hit.offices()) {
            keys.add(office.key());
        }
        Actor latest = null;
        LocalDate since = LocalDate.MIN;
        for (Actor bearer : bearers) {
            for (Role role : bearer.roles()) {
                LocalDate from = role.from() == null ? LocalDate.EPOCH : role.from();
                boolean held = role.isHeldOn(known.day) || former && from.isBefore(known.day);
                if (keys.contains(role.office()) && held && !from.isBefore(since)) {
                    latest = bearer;
                    since = from;
                }
            }
        }
        return latest;
    }

    /** Whom of them alone the article names in full, or who alone is of late in office. */
    private Actor bearer(List<Actor> bearers, boolean single) {
        List<Actor> named = bearers.stream().filter(this::isNamed).toList();
        if (!named.isEmpty()) {
            return named.size() == 1 ? named.get(0) : null;
        }
        List<Actor> ofLate = bearers.stream().filter(this::isOfLate).toList();
        if (ofLate.size() == 1) {
            return ofLate.get(0);
        }
        boolean only = bearers.size() == 1 && !single && !bearers.get(0).roles().isEmpty();
        return only ? bearers.get(0) : null;
    }

    /** Holds an office, or did within the last year. */
    private boolean isOfLate(Actor actor) {
        return actor.roles().stream()
                .anyMatch(
                        role ->
                                role.isHeldOn(known.day)
                                        || role.isHeldOn(known.day.minusMonths(6))
                                        || role.isHeldOn(known.day.minusYears(1)));
    }

    private boolean isNamed(Actor actor) {
        for (NameHits hits : known.hits) {
            for (int i = 0; i < hits.size(); i++) {
                NameIndex.Hit hit = hits.at(i);
                if (hit != null && hit.names().get(0).actor().id().equals(actor.id())) {
                    return true;
                }
            }
        }
        return false;
    }
}
