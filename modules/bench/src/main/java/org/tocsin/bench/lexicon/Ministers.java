package org.tocsin.bench.lexicon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.PhoenixText;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/**
 * Members of governments of Phoenix who served in 2010 or later, under their full names alone. Left
 * out are names of two persons, of common given names alone (Mohamed Ahmed), and those that hold a
 * common word.
 */
final class Ministers {

    private static final LocalDate SINCE = LocalDate.of(2010, 1, 1);

    /** The dictionary's last day: until then, as far as it knows, who is in office was. */
    private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 31);

    /** Some entries were added until then. */
    private static final LocalDate ADDED_TO = LocalDate.of(2014, 12, 31);

    private static final String ROLE = "member of government:%s:%s..%s";

    /** A word that so many persons bear tells none of them. */
    private static final int BORNE_BY_MANY = 25;

    private static final int FEWEST_LETTERS = 8;

    private static final String WITH_TITLE =
            "(?i)(mr|pm|president|senator|secretary|chancellor|kanzler|bundeskanzler|colonel|col|king"
                    + "|queen|prince|princess|prime|general|gen|minister|defense|german|former|bishop"
                    + "|archbishop|sheikh|shaykh|dr|sir|lord|lady|us|american|russian|french|british"
                    + "|foreign|vice|deputy|emir|sultan|lt|maj|major|admiral|adm|ayatollah)\\.? .*"
                    + "|.* (administration|government|regime)";

    private final StateCodes states;
    private final Shelf shelf;
    private final Map<String, Integer> bearers = new HashMap<>();

    Ministers(StateCodes states, Shelf shelf) {
        this.states = states;
        this.shelf = shelf;
    }

    void read(List<PhoenixText.Entry> entries) {
        var persons = new ArrayList<PhoenixText.Entry>();
        for (PhoenixText.Entry entry : entries) {
            if (entry.codes().stream().anyMatch(this::servedLately)) {
                persons.add(entry);
                SamePerson.words(entry.name())
                        .forEach(word -> bearers.merge(word, 1, Integer::sum));
            }
        }
        Set<String> shared = shared(persons);
        for (PhoenixText.Entry entry : persons) {
            List<String> names =
                    entry.names().stream()
                            .filter(this::tells)
                            .filter(name -> !shared.contains(Fold.fold(name)))
                            .toList();
            if (!names.isEmpty() && names.get(0).equals(entry.name())) {
                add(entry, names);
            }
        }
    }

    private boolean servedLately(PhoenixText.Code code) {
        return isOfGovernment(code)
                && code.from() != null
                && (code.to() == null || !code.to().isBefore(SINCE));
    }

    private boolean isOfGovernment(PhoenixText.Code code) {
        return code.code().length() >= 6
                && code.code().startsWith("GOV", 3)
                && states.id(code.code().substring(0, 3)) != null;
    }

    private static Set<String> shared(List<PhoenixText.Entry> persons) {
        var seen = new HashSet<String>();
        var shared = new HashSet<String>();
        for (PhoenixText.Entry person : persons) {
            String name = Fold.fold(person.name());
            if (!seen.add(name)) {
                shared.add(name);
            }
        }
        return shared;
    }

    private boolean tells(String name) {
        List<String> words = SamePerson.words(name);
        return words.size() > 1
                && String.join("", words).length() >= FEWEST_LETTERS
                && words.stream().noneMatch(word -> word.length() > 1 && isCommon(word))
                && words.stream().anyMatch(w -> bearers.getOrDefault(w, 0) < BORNE_BY_MANY)
                && name.matches("[\\p{L} .'-]+")
                && !name.matches(WITH_TITLE);
    }

    /** A common word, unless it is a particle of names. */
    private boolean isCommon(String word) {
        return word.length() > 2 && !bearers.containsKey(word) && shelf.common.contains(word)
                || Set.of(
                                "he",
                                "she",
                                "will",
                                "an",
                                "so",
                                "to",
                                "we",
                                "you",
                                "minister",
                                "ministry")
                        .contains(word);
    }

    private void add(PhoenixText.Entry entry, List<String> names) {
        var terms = new ArrayList<PhoenixText.Code>();
        for (PhoenixText.Code code : entry.codes()) {
            if (isOfGovernment(code) && code.from() != null && !end(code).isBefore(code.from())) {
                terms.add(code);
            }
        }
        if (terms.isEmpty()) {
            return;
        }
        String country = states.id(terms.get(terms.size() - 1).code().substring(0, 3));
        Shelf.Found found =
                new Shelf.Found(ActorType.PERSON, names, null, country, roles(terms, country));
        Actor known = known(names.get(0), country);
        if (known != null) {
            shelf.addTo(known, found);
        } else if (shelf.byHand.named(names.get(0)).isEmpty()) {
            shelf.add(found);
        }
    }

    private static LocalDate end(PhoenixText.Code term) {
        return term.to() != null ? term.to() : term.from().isBefore(LAST_DAY) ? LAST_DAY : ADDED_TO;
    }

    /** Terms of office one after another, those that join as one. */
    private static String roles(List<PhoenixText.Code> terms, String country) {
        var sorted = new ArrayList<>(terms);
        sorted.sort(Comparator.comparing(PhoenixText.Code::from));
        var roles = new StringJoiner("|");
        LocalDate from = sorted.get(0).from();
        LocalDate to = from;
        for (PhoenixText.Code term : sorted) {
            if (term.from().isAfter(to.plusDays(31))) {
                roles.add(ROLE.formatted(country, from, to));
                from = term.from();
            }
            to = end(term).isAfter(to) ? end(term) : to;
        }
        return roles.add(ROLE.formatted(country, from, to)).toString();
    }

    /** Who has that name, or is of that state and has another form of it. */
    private Actor known(String name, String country) {
        Actor named = shelf.known(List.of(name), ActorType.PERSON);
        if (named != null) {
            return country.equals(named.country()) ? named : null;
        }
        return shelf.byHand.actors().stream()
                .filter(a -> a.type() == ActorType.PERSON && country.equals(a.country()))
                .filter(a -> SamePerson.are(a.name(), name))
                .findFirst()
                .orElse(null);
    }
}
