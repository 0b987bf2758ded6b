package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.text.Words;

/** Who does it and to whom or where, by position and prepositions. */
record Roles(List<String> actor, List<String> target) {

    private static final Set<String> IN_A_TITLE =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "its",
                    "their",
                    "his",
                    "president",
                    "minister",
                    "foreign",
                    "prime",
                    "defence",
                    "defense",
                    "northern",
                    "southern",
                    "eastern",
                    "western",
                    "s");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "nor");

    /** What stands between a state and its man: "Russian Foreign Minister Lavrov", "Iran's". */
    private static final Set<String> OFFICES =
            Set.of(
                    "s",
                    "president",
                    "prime",
                    "minister",
                    "foreign",
                    "defence",
                    "defense",
                    "interior",
                    "premier",
                    "leader",
                    "opposition",
                    "supreme",
                    "general",
                    "chancellor",
                    "king",
                    "crown",
                    "prince",
                    "emir",
                    "envoy",
                    "ambassador",
                    "secretary",
                    "of",
                    "state",
                    "commander",
                    "chief",
                    "counterpart");

    /** "congratulated Assad on retaking": the one spoken of did it. */
    private static final Set<String> SPOKEN_OF =
            Set.of(
                    "congratulated",
                    "congratulate",
                    "congratulates",
                    "thanked",
                    "thanks",
                    "praised",
                    "praises",
                    "criticised",
                    "criticized",
                    "condemned",
                    "hailed",
                    "lauded");

    private static final Set<String> TO_TARGET =
            Set.of(
                    "from",
                    "against",
                    "on",
                    "in",
                    "at",
                    "near",
                    "with",
                    "into",
                    "inside",
                    "over",
                    "across",
                    "around",
                    "outside",
                    "toward",
                    "towards",
                    "upon",
                    "for",
                    "to",
                    "off",
                    "throughout",
                    "within",
                    "targeting",
                    "hitting");
    private static final Set<String> PEOPLE =
            Set.of(
                    "officials",
                    "ministers",
                    "delegates",
                    "delegations",
                    "diplomats",
                    "envoys",
                    "negotiators",
                    "representatives",
                    "leaders",
                    "troops",
                    "soldiers",
                    "fighters",
                    "rebels",
                    "presidents");
    private static final Set<String> NO_SUBJECT =
            Set.of(
                    "in", "at", "on", "from", "with", "near", "to", "against", "for", "into",
                    "over", "about", "by", "inside", "outside", "across", "than", "under",
                    "between", "through", "towards", "via", "around");

    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "these", "those", "some", "several", "many", "all", "both");

    private static final Set<String> WHOSE = Set.of("whose", "which", "who", "that");

    private static final Set<String> OWNED = Set.of("responsibility", "credit");

    private static final Set<String> ITSELF = Set.of("it", "he", "she", "they");

    /** What may stand between a verb of telling and the pronoun: "said on Monday that it". */
    private static final Set<String> BEFORE_PRONOUN =
            Set.of(
                    "that",
                    "on",
                    "late",
                    "early",
                    "today",
                    "yesterday",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday");

    /** Reads the roles around one trigger. {@code speech} are verbs whose subject only tells. */
    static Roles of(
            Reading reading,
            Clauses clauses,
            List<Found> found,
            int from,
            int to,
            Form form,
            Set<String> speech,
            Set<String> demands,
            EventTopic topic) {
        boolean mutual = isMutual(topic);
        Words words = reading.words;
        boolean verb = form.isVerb();
        boolean passive =
                verb
                        && (form == Form.PAST || form == Form.PARTICIPLE)
                        && new VerbGroup(reading, from, clauses.first).be;
        var left = new ArrayList<String>();
        var right = new ArrayList<String>();
        var by = new ArrayList<String>();
        var of = new ArrayList<String>();
        boolean lastBy = false;
        boolean lastOf = false;
        int lastEnd = -1;
        for (Found mention : found) {
            if (mention.from() < clauses.first || mention.to() > clauses.end) {
                continue;
            }
            if (overlaps(mention, from, to)) {
                // "asked Berlin for tanks": the words of the event enclose whom it is done to.
                if (verb && mention.from() > from && mention.to() < to) {
                    right.add(mention.actor().id());
                }
                continue;
            }
            String before = before(reading, mention.from(), clauses.first);
            if (mention.from() >= to) {
                if (!reaches(clauses, words, to, mention.from(), from)) {
                    break;
                }
                boolean listed = lastEnd >= 0 && isListed(reading, lastEnd, mention.from());
                boolean isBy =
                        before.equals("by")
                                || mutual && before.equals("between")
                                || listed && lastBy;
                boolean isOf = before.equals("of") || listed && lastOf;
                (isBy ? by : isOf && !verb ? of : right).add(mention.actor().id());
                lastBy = isBy;
                lastOf = isOf;
                lastEnd = mention.to();
            } else if (clauses.same(mention.from(), from)
                    || clauses.of(mention.from()) < clauses.of(from)) {
                left.add(mention.actor().id());
            }
        }
        List<String> subject = subject(reading, clauses, found, from, form, speech, demands);
        List<String> compound = compound(reading, found, from, form);
        if (!compound.isEmpty()) {
            return new Roles(compound, minus(right, compound));
        }
        if (passive) {
            return new Roles(distinct(by), distinct(subject));
        }
        if (verb) {
            return new Roles(distinct(subject), minus(right, subject));
        }
        var possessive = possessive(reading, clauses, found, from);
        List<String> doer =
                !by.isEmpty()
                        ? by
                        : !possessive.isEmpty()
                                ? possessive
                                : !of.isEmpty() && !isOfObject(topic) ? of : subject;
        var target = new ArrayList<>(right);
        if (doer != of) {
            target.addAll(of);
        }
        // A place does nothing by a noun: "the Aleppo ceasefire" is there.
        doer = doer.stream().filter(id -> !isPlace(found, id)).toList();
        target.addAll(0, modifiers(clauses, found, from, doer));
        return new Roles(distinct(doer), minus(target, doer));
    }

    /** Events that two sides do together: "talks between Serbia and Kosovo". */
    private static boolean isMutual(EventTopic topic) {
        return switch (topic) {
            case TALKS, AGREEMENT, CEASEFIRE, GROUND_ATTACK, RELEASE -> true;
            default -> false;
        };
    }

    /**
     * "the recapture of Palmyra", "the bombardment of Gaza", against "the withdrawal of Russia".
     */
    private static boolean isOfObject(EventTopic topic) {
        return switch (topic) {
            case TERRITORY_CHANGE,
                    MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    DETENTION,
                    RELEASE,
                    CASUALTIES ->
                    true;
            default -> false;
        };
    }

    private static boolean isPlace(List<Found> found, String id) {
        return found.stream()
                .anyMatch(f -> f.actor().id().equals(id) && f.actor().type() == ActorType.PLACE);
    }

    /** "U.N.-mediated talks", "the Russian-brokered truce". */
    private static List<String> compound(Reading reading, List<Found> found, int from, Form form) {
        if (form != Form.PAST && form != Form.PARTICIPLE) {
            return List.of();
        }
        return found.stream()
                .filter(f -> f.to() == from && reading.between(from - 1, from).endsWith("-"))
                .map(f -> f.actor().id())
                .toList();
    }

    /** "Russia, Iran and Turkey": a comma or "and" after the name before. */
    private static boolean isListed(Reading reading, int lastEnd, int from) {
        String before = reading.words.folded(from - 1);
        return from - lastEnd <= 4
                && (before.equals("and")
                        || before.equals("or")
                        || reading.between(from - 1, from).indexOf(',') >= 0);
    }

    private static boolean overlaps(Found mention, int from, int to) {
        return mention.from() < to && from < mention.to();
    }

    private static boolean reaches(Clauses clauses, Words words, int to, int mention, int trigger) {
        return clauses.same(mention, trigger) && mention - to < 14;
    }

    private static String before(Reading reading, int at, int first) {
        int i = at - 1;
        while (i >= first && (IN_A_TITLE.contains(reading.words.folded(i)))) {
            i--;
        }
        return i >= first ? reading.words.folded(i) : "";
    }

    /**
     * The mentions that govern the trigger: the first group of the clause that no preposition
     * holds.
     */
    private static List<String> subject(
            Reading reading,
            Clauses clauses,
            List<Found> found,
            int from,
            Form form,
            Set<String> speech,
            Set<String> demands) {
        List<String> teller = tellerOfItself(reading, clauses, found, from, speech);
        if (!teller.isEmpty()) {
            return teller;
        }
        int start = from;
        while (start > clauses.first && clauses.same(start - 1, from)) {
            start--;
        }
        int told = lastTelling(reading, found, start, from, speech, demands);
        if (form == Form.GERUND) {
            told = Math.max(told, lastTelling(reading, found, start, from, SPOKEN_OF, Set.of()));
        }
        List<String> subject = group(reading, clauses, found, told, from, told > start);
        if (!subject.isEmpty() || start == clauses.first) {
            return told > start ? subject : joined(reading, clauses, found, start, speech, subject);
        }
        if (form.isVerb() && hasSubject(reading, start, from)) {
            return List.of();
        }
        told = lastTelling(reading, found, clauses.first, start, speech, demands);
        return group(reading, clauses, found, told, start, told > clauses.first);
    }

    /**
     * "If Chad attacks, the rebels will withdraw": a clause that names its own subject, though
     * nobody known, has none from the clause before.
     */
    private static boolean hasSubject(Reading reading, int start, int verb) {
        int end = new VerbGroup(reading, verb, start).start;
        for (int i = start; i + 1 < end; i++) {
            String word = reading.words.folded(i);
            if (WHOSE.contains(word)) {
                return false;
            }
            if (DETERMINERS.contains(word)) {
                return true;
            }
        }
        return end > start && isBareNoun(reading, end - 1);
    }

    /** "thousands fled": a plain word before the verb, by its ending. */
    private static boolean isBareNoun(Reading reading, int at) {
        String word = reading.words.folded(at);
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !ITSELF.contains(word)
                && !BEFORE_PRONOUN.contains(word)
                && !reading.isCapital(at);
    }

    /**
     * "Norway announced it would send": a pronoun right after the verb of telling is the teller.
     * Any other pronoun may be anybody.
     */
    private static List<String> tellerOfItself(
            Reading reading, Clauses clauses, List<Found> found, int from, Set<String> speech) {
        int told = lastTelling(reading, found, clauses.first, from, speech, Set.of());
        int at = told;
        while (at < from && BEFORE_PRONOUN.contains(reading.words.folded(at))) {
            at++;
        }
        if (told == clauses.first || at >= from || !ITSELF.contains(reading.words.folded(at))) {
            return List.of();
        }
        int pronoun = at;
        if (found.stream().anyMatch(f -> f.from() > pronoun && f.to() <= from)) {
            return List.of();
        }
        int before = lastTelling(reading, found, clauses.first, told - 1, speech, Set.of());
        return distinct(group(reading, clauses, found, before, told, false));
    }

    /** "said Putin and Rouhani had met": the clause opens at the "and" between its two subjects. */
    private static List<String> joined(
            Reading reading,
            Clauses clauses,
            List<Found> found,
            int start,
            Set<String> speech,
            List<String> subject) {
        if (start == clauses.first || !reading.words.folded(start).equals("and")) {
            return subject;
        }
        var both = new ArrayList<String>();
        for (Found mention : found) {
            String before = before(reading, mention.from(), clauses.first);
            if (mention.to() == start
                    && (before.isEmpty() || before.equals("that") || speech.contains(before))) {
                both.add(mention.actor().id());
            }
        }
        both.addAll(subject);
        return both;
    }

    /** After the last verb of telling before the trigger: its subject only tells. */
    private static int lastTelling(
            Reading reading,
            List<Found> found,
            int start,
            int from,
            Set<String> speech,
            Set<String> demands) {
        for (int i = from - 1; i >= start; i--) {
            String word = reading.words.folded(i);
            if ((speech.contains(word) || demands.contains(word))
                    && !isNounOf(found, i)
                    && !isOwning(reading, i, from)) {
                // "refused to", "agreed to": the teller is the doer.
                if (i + 1 < from
                        && reading.words.folded(i + 1).equals("to")
                        && !demands.contains(word)) {
                    continue;
                }
                return i + 1;
            }
        }
        return start;
    }

    /** "Russian forces", "Turkish claims": after a demonym the word is a noun. */
    private static boolean isNounOf(List<Found> found, int at) {
        return found.stream().anyMatch(f -> f.to() == at && f.kind() == NameKind.ADJECTIVE);
    }

    /** "claimed responsibility for the attack": who tells of it did it. */
    private static boolean isOwning(Reading reading, int at, int end) {
        return at + 1 < end && OWNED.contains(reading.words.folded(at + 1));
    }

    private static List<String> group(
            Reading reading, Clauses clauses, List<Found> found, int start, int end, boolean told) {
        var group = new ArrayList<String>();
        int last = -1;
        for (Found mention : found) {
            if (mention.from() < start || mention.to() > end) {
                continue;
            }
            if (last < 0) {
                if (heldBack(reading, mention, clauses)
                        && !(told && isDemandObject(mention, start))) {
                    continue;
                }
            } else if (mention.from() - last > 3) {
                break;
            } else if (mention.from() - last >= 1
                    && !areOffices(reading, last, mention.from())
                    && !CONJUNCTIONS.contains(reading.words.folded(mention.from() - 1))
                    && reading.between(last - 1, last).indexOf(',') < 0
                    && mention.from() != last) {
                break;
            }
            group.add(mention.actor().id());
            last = mention.to();
        }
        return group;
    }

    private static boolean areOffices(Reading reading, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!OFFICES.contains(reading.words.folded(i))) {
                return false;
            }
        }
        return true;
    }

    /** A preposition holds the name, unless it speaks for people: "officials from Serbia". */
    private static boolean heldBack(Reading reading, Found mention, Clauses clauses) {
        String before = before(reading, mention.from(), clauses.first);
        if (!before.equals("from")) {
            return NO_SUBJECT.contains(before);
        }
        int i = mention.from() - 1;
        while (i > clauses.first && !reading.words.folded(i).equals("from")) {
            i--;
        }
        return i <= clauses.first || !PEOPLE.contains(reading.words.folded(i - 1));
    }

    /** "called on Russia to withdraw". */
    private static boolean isDemandObject(Found mention, int start) {
        return mention.from() - start <= 2;
    }

    /** "Russia's withdrawal", "Russian air strikes": the name right before a noun. */
    private static List<String> possessive(
            Reading reading, Clauses clauses, List<Found> found, int from) {
        var doers = new ArrayList<String>();
        for (int k = found.size() - 1; k >= 0; k--) {
            Found mention = found.get(k);
            if (mention.to() > from || mention.from() < clauses.first) {
                continue;
            }
            int gap = from - mention.to();
            boolean owns = gap > 0 && reading.words.folded(mention.to()).equals("s") && gap <= 4;
            boolean adjective = mention.kind() == NameKind.ADJECTIVE && gap <= 2;
            boolean attribute = mention.actor().type() != ActorType.PLACE && gap == 0 || adjective;
            boolean joined = !doers.isEmpty();
            if (owns
                    || attribute
                    || joined && gap <= 5 && reading.words.folded(mention.to()).equals("and")) {
                doers.add(0, mention.actor().id());
            } else {
                break;
            }
        }
        return doers;
    }

    /** "the Idlib ceasefire": a place right before the noun is where it is. */
    private static List<String> modifiers(
            Clauses clauses, List<Found> found, int from, List<String> doer) {
        var where = new ArrayList<String>();
        for (Found mention : found) {
            if (mention.to() <= from
                    && from - mention.to() <= 1
                    && mention.from() >= clauses.first
                    && mention.actor().type() == ActorType.PLACE
                    && !doer.contains(mention.actor().id())) {
                where.add(mention.actor().id());
            }
        }
        return where;
    }

    private static List<String> distinct(List<String> ids) {
        return ids.stream().distinct().toList();
    }

    private static List<String> minus(List<String> ids, List<String> without) {
        return ids.stream().distinct().filter(id -> !without.contains(id)).toList();
    }
}
