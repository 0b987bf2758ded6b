package org.tocsin.core.tag;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Words;

/**
 * Decides the modality of one event: gathers what its verb group, the words that govern it and its
 * predicate say, and takes the first that fits in the order of {@link Modality}.
 */
final class Ladder {

    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "on", "for", "to", "with", "by");
    private static final Set<String> BETWEEN_AUXILIARY_AND_VERB =
            Set.of(
                    "not", "be", "been", "t", "never", "yet", "also", "now", "soon", "no", "longer",
                    "being");
    private static final Set<String> BEFORE_NUMBERS =
            Set.of(
                    "resolution",
                    "number",
                    "no",
                    "decree",
                    "article",
                    "su",
                    "flight",
                    "some",
                    "about",
                    "nearly",
                    "than",
                    "over",
                    "around",
                    "least",
                    "almost");

    private static final List<String> ADJECTIVE_ENDINGS =
            List.of("al", "ic", "ive", "ous", "ful", "able", "ish", "ed", "ing", "ary", "less");
    private static final Set<String> NONE = Set.of("no", "none", "nobody", "neither");

    /** "no doubt", "no longer": these deny nothing that follows. */
    private static final Set<String> NO_DENIAL =
            Set.of("doubt", "longer", "matter", "sooner", "wonder", "less", "fewer", "later");

    private static final int REACH = 14;
    private static final Set<EventTopic> HARMFUL =
            Set.of(
                    EventTopic.MILITARY_STRIKE,
                    EventTopic.GROUND_ATTACK,
                    EventTopic.BOMBING,
                    EventTopic.SANCTIONS,
                    EventTopic.DEPLOYMENT,
                    EventTopic.DIPLOMATIC_RUPTURE,
                    EventTopic.LABOUR_STRIKE,
                    EventTopic.DETENTION,
                    EventTopic.CHEMICAL_WEAPONS,
                    EventTopic.TERRITORY_CHANGE,
                    EventTopic.WITHDRAWAL,
                    EventTopic.PROTEST,
                    EventTopic.COUP);

    /**
     * "said at the talks", "in the safe zone": what stands there is the setting of another deed.
     */
    private static final Set<String> SETTINGS =
            Set.of("in", "at", "during", "within", "inside", "since", "throughout", "under");

    private final Reading reading;
    private final Words words;
    private final Clauses clauses;
    private final List<PhraseIndex.Hit<Cue>> cues;
    private final VerbSense verbs;
    private final Set<String> speech;
    private final int year;

    Ladder(
            Reading reading,
            Clauses clauses,
            List<PhraseIndex.Hit<Cue>> cues,
            VerbSense verbs,
            Set<String> speech,
            int year) {
        this.reading = reading;
        this.words = reading.words;
        this.clauses = clauses;
        this.cues = cues;
        this.verbs = verbs;
        this.speech = speech;
        this.year = year;
    }

    Modality of(EventTopic topic, int from, int to, Form form) {
        var said = EnumSet.noneOf(Modality.class);
        boolean finite = false;
        boolean irrealis = false;
        if (NonLatin.isFuture(words.folded(from))) {
            said.add(Modality.ANNOUNCED);
        }
        if (form.isVerb()) {
            var group = new VerbGroup(reading, from, clauses.first);
            finite = addGroup(group, form, from, said);
            addGovernors(from, from, finite, group, form, said);
            if (finite && isSubjectNone(group.start)) {
                said.add(Modality.DENIED);
            }
            if (!finite
                    && group.to
                    && form == Form.BASE
                    && !said.contains(Modality.OCCURRED)
                    && said.isEmpty()) {
                said.add(Modality.ANNOUNCED);
            }
        } else {
            var beside = EnumSet.noneOf(Modality.class);
            addNeighbours(from, to, beside);
            boolean governed = addNounGovernors(from, said);
            if (said.isEmpty()) {
                said.addAll(beside);
            }
            // "the election result was announced": the predicate is the result's.
            if (!beside.contains(Modality.OCCURRED)) {
                addPredicate(from, to, governed, said);
            }
            if (beside.contains(Modality.VIOLATED) && said.stream().noneMatch(Ladder::isOuterOf)) {
                said.add(Modality.VIOLATED);
            }
        }
        addOwnVerb(topic, from, to, said);
        addClause(topic, from, to, said);
        if (isHistorical(from, to, form)) {
            said.add(Modality.HISTORICAL);
        }
        addConditions(topic, from, said);
        return said.stream().min(Enum::compareTo).orElse(Modality.OCCURRED);
    }

    /** What the auxiliaries say; true where the verb is finite, so that it stands for itself. */
    private boolean addGroup(VerbGroup group, Form form, int verb, Set<Modality> said) {
        if (group.negated && !group.possible || group.negated && group.cannot) {
            said.add(group.ought ? Modality.DEMANDED : Modality.DENIED);
        } else if (group.possible) {
            said.add(Modality.CONDITIONAL);
        } else if (group.ought) {
            said.add(Modality.DEMANDED);
        } else if (group.would) {
            said.add(isReported(verb) ? Modality.ANNOUNCED : Modality.CONDITIONAL);
        } else if (group.will) {
            said.add(Modality.ANNOUNCED);
        } else if (group.presentBe && group.to) {
            said.add(Modality.ANNOUNCED);
        }
        boolean base =
                form == Form.BASE
                        && !group.did
                        && !group.will
                        && !group.would
                        && !group.possible
                        && !group.ought;
        return !group.to
                && form != Form.GERUND
                && !(base && verb > clauses.first && group.start == verb && governedBase(verb));
    }

    /** "No troops were sent", "none of the sides agreed". */
    private boolean isSubjectNone(int group) {
        for (int i = group - 1; i >= clauses.first && i > group - 7; i--) {
            boolean apart = reading.between(i, i + 1).indexOf(',') >= 0;
            if (apart || !clauses.same(i, group) || verbs.isAuxiliary(words.folded(i))) {
                return false;
            }
            if (NONE.contains(words.folded(i)) && !NO_DENIAL.contains(words.folded(i + 1))) {
                return i == clauses.first
                        || !clauses.same(i - 1, i)
                        || reading.between(i - 1, i).indexOf(',') >= 0
                        || speech.contains(words.folded(i - 1))
                        || words.folded(i - 1).equals("that");
            }
        }
        return false;
    }

    /** "demanded that Russia withdraw": a base form that some word governs. */
    private boolean governedBase(int verb) {
        return cues.stream()
                .anyMatch(
                        cue ->
                                cue.meaning().side() == Cue.Side.GOV
                                        && cue.to() <= verb
                                        && verb - cue.to() < 8
                                        && (cue.meaning().modality() == Modality.DEMANDED
                                                || cue.meaning().modality() == Modality.ANNOUNCED));
    }

    private boolean isReported(int verb) {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (i != verb && speech.contains(words.folded(i))) {
                return true;
            }
        }
        return cues.stream()
                .anyMatch(
                        cue ->
                                cue.to() <= verb
                                        && cue.meaning().side() == Cue.Side.GOV
                                        && (cue.meaning().modality() == Modality.ANNOUNCED
                                                || cue.meaning().modality()
                                                        == Modality.THREATENED));
    }

    /**
     * Words that govern the verb from the left; across a finite verb only denials and threats
     * reach.
     */
    private void addGovernors(
            int from, int verb, boolean finite, VerbGroup group, Form form, Set<Modality> said) {
        boolean past =
                finite
                        && !group.will
                        && !group.would
                        && !group.possible
                        && !group.ought
                        && (form == Form.PAST
                                || form == Form.PARTICIPLE
                                || form == Form.THIRD
                                || group.perfect);
        for (int i = from - 1; i >= clauses.first && i >= from - REACH; i--) {
            if (!clauses.same(i, verb)) {
                break;
            }
            var cue = cueEndingAt(i + 1, Cue.Side.GOV);
            if (cue != null) {
                Modality modality = governed(cue);
                boolean denial = modality == Modality.DENIED;
                if (!past || denial) {
                    if (!finite || modality != Modality.REFUSED) {
                        said.add(modality);
                    }
                }
                if (modality == Modality.OCCURRED || isFiniteCue(cue)) {
                    addOuterGroup(cue, said);
                    break;
                }
                i = cue.from();
                continue;
            }
            if (!finite
                    && verbs.isFinite(reading, i, clauses.end)
                    && !verbs.isAuxiliary(words.folded(i))) {
                break;
            }
        }
        if (form == Form.GERUND
                && from - 1 >= clauses.first
                && words.folded(from - 1).equals("without")) {
            said.add(Modality.DENIED);
        }
    }

    private void addOuterGroup(PhraseIndex.Hit<Cue> cue, Set<Modality> said) {
        var group = new VerbGroup(reading, cue.from(), clauses.first);
        if (cue.meaning().modality() == Modality.OCCURRED
                || cue.meaning().modality() == Modality.ANNOUNCED) {
            if (group.negated || isSubjectNone(group.start)) {
                said.add(Modality.DENIED);
            } else if (group.possible) {
                said.add(Modality.CONDITIONAL);
            } else if (group.ought) {
                said.add(Modality.DEMANDED);
            } else if (group.will) {
                said.add(Modality.ANNOUNCED);
            }
        }
    }

    /** A negated refusal is none: "did not rule out strikes". */
    private Modality governed(PhraseIndex.Hit<Cue> cue) {
        Modality modality = cue.meaning().modality();
        if (modality != Modality.REFUSED
                && modality != Modality.DENIED
                && modality != Modality.VIOLATED) {
            return modality;
        }
        var group = new VerbGroup(reading, cue.from(), clauses.first);
        if (group.negated
                || cue.from() > clauses.first
                        && words.folded(cue.from() - 1).equals("to")
                        && before(cue.from() - 1, "refus", "declin")) {
            return modality == Modality.VIOLATED ? Modality.OCCURRED : Modality.CONDITIONAL;
        }
        return modality;
    }

    private boolean before(int at, String... stems) {
        if (at <= clauses.first) {
            return false;
        }
        String word = words.folded(at - 1);
        for (String stem : stems) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFiniteCue(PhraseIndex.Hit<Cue> cue) {
        if (cue.form() != Form.PAST && cue.form() != Form.THIRD
                || cue.form() == Form.THIRD && readsAsNoun(cue.from())) {
            return false;
        }
        var group = new VerbGroup(reading, cue.from(), clauses.first);
        return !group.to && !group.be;
    }

    /** "international calls", "new plans": a form in -s after an adjective. */
    private boolean readsAsNoun(int at) {
        if (at == clauses.first) {
            return true;
        }
        String before = words.folded(at - 1);
        return verbs.mayPrecedeNoun(before)
                || ADJECTIVE_ENDINGS.stream().anyMatch(before::endsWith)
                || verbs.form(before) != null;
    }

    private void addNeighbours(int from, int to, Set<Modality> said) {
        var next = cueStartingAt(to, Cue.Side.NEXT);
        if (next != null && reading.between(to - 1, to).isBlank()) {
            said.add(next.meaning().modality());
        }
        for (int i = from; i > clauses.first && i > from - 4; i--) {
            var previous = cueEndingAt(i, Cue.Side.PREV);
            if (previous != null) {
                said.add(previous.meaning().modality());
            }
            if (PREPOSITIONS.contains(words.folded(i - 1))) {
                break;
            }
        }
    }

    /** What governs a noun from the left; true where a verb does. */
    private boolean addNounGovernors(int from, Set<Modality> said) {
        int limit = Math.max(clauses.first, from - REACH);
        for (int i = from - 1; i >= limit; i--) {
            if (!clauses.same(i, from)) {
                return false;
            }
            String word = words.folded(i);
            if ((word.equals("no") || word.equals("without") || word.equals("neither"))
                    && from - i <= 4) {
                said.add(Modality.DENIED);
                continue;
            }
            if (cueEndingAt(i + 1, Cue.Side.FACT) != null) {
                return true;
            }
            var cue = cueEndingAt(i + 1, Cue.Side.GOV);
            if (cue != null
                    && !((cue.form() == Form.PAST || cue.form() == Form.BASE)
                            && isNounHere(cue.from()))) {
                Modality modality = governed(cue);
                if (!said.isEmpty() && isOuterOf(modality)) {
                    said.remove(Modality.ENDED);
                    said.remove(Modality.VIOLATED);
                }
                said.add(modality);
                addGovernorGroup(cue, modality, said);
                if (isFiniteCue(cue)) {
                    return true;
                }
                // What governs the governor stands close to it, or before its "to".
                var group = new VerbGroup(reading, cue.from(), clauses.first);
                limit = Math.max(clauses.first, group.start - (group.to ? 9 : 3));
                i = Math.min(cue.from(), group.start);
                continue;
            }
            if (SETTINGS.contains(word) && from - i <= 4 && !isTakingPart(i)) {
                return true;
            }
            // "Russia-sponsored talks": what kind of talks, not what was done about them.
            if (i > limit && reading.between(i - 1, i).equals("-")) {
                i--;
                continue;
            }
            Form form = verbs.form(word);
            if (form == Form.BASE && i == from - 1 && followsVerb(i)) {
                continue;
            }
            if (form != null && form != Form.PARTICIPLE && !isNounHere(i)) {
                var group = new VerbGroup(reading, i, clauses.first);
                addGroup(group, form, i, said);
                if (!group.to && form != Form.GERUND) {
                    return true;
                }
                if (group.to && said.isEmpty() && !governedLeft(group.start)) {
                    said.add(Modality.ANNOUNCED);
                }
                i = group.start;
            }
        }
        return false;
    }

    /** "to participate in the talks": what holds the taking part holds the talks. */
    private boolean isTakingPart(int preposition) {
        return before(preposition, "participat", "engag") || before(preposition, "part");
    }

    /** "resume trade talks": the second of two is a noun. */
    private boolean followsVerb(int at) {
        if (at == clauses.first) {
            return false;
        }
        String before = words.folded(at - 1);
        return verbs.form(before) != null && !verbs.isAuxiliary(before);
    }

    private boolean governedLeft(int from) {
        for (int i = from; i >= clauses.first && i >= from - REACH; i--) {
            if (!clauses.same(i, from)) {
                return false;
            }
            if (cueEndingAt(i, Cue.Side.GOV) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOuterOf(Modality modality) {
        return switch (modality) {
            case REFUSED, DENIED, THREATENED, DEMANDED, CONDITIONAL, ANNOUNCED -> true;
            default -> false;
        };
    }

    private void addGovernorGroup(PhraseIndex.Hit<Cue> cue, Modality modality, Set<Modality> said) {
        if (!cue.form().isVerb()) {
            return;
        }
        var group = new VerbGroup(reading, cue.from(), clauses.first);
        boolean ends = modality == Modality.ENDED || modality == Modality.VIOLATED;
        Modality outer =
                group.negated && !group.possible || isSubjectNone(group.start)
                        ? Modality.DENIED
                        : group.possible
                                ? Modality.CONDITIONAL
                                : group.ought
                                        ? Modality.DEMANDED
                                        : group.will || group.would && isReported(cue.from())
                                                ? Modality.ANNOUNCED
                                                : group.would ? Modality.CONDITIONAL : null;
        if (outer == null) {
            return;
        }
        if (ends) {
            said.remove(modality);
            said.add(outer == Modality.DENIED ? Modality.OCCURRED : outer);
        } else if (modality == Modality.ANNOUNCED || modality == Modality.OCCURRED) {
            said.add(outer);
        }
    }

    private boolean isNounHere(int i) {
        return i > clauses.first && verbs.mayPrecedeNoun(words.folded(i - 1));
    }

    /**
     * What the predicate after a noun says of it: "the ceasefire collapsed", "talks will begin".
     */
    private void addPredicate(int from, int to, boolean governed, Set<Modality> said) {
        for (int i = to; i < clauses.end && i < to + REACH; i++) {
            if (!clauses.same(i, from)) {
                continue;
            }
            if (reading.between(i - 1, i).indexOf(',') >= 0 && clauses.same(i - 1, from)) {
                int after = afterAside(i);
                if (after < 0) {
                    return;
                }
                i = after;
            }
            var cue = cueStartingAt(i, Cue.Side.RIGHT);
            if (cue != null && (!governed || i - to <= 2) && !isActive(cue)) {
                if (cue.meaning().modality() == Modality.OCCURRED) {
                    addBeginning(cue, from, said);
                    return;
                }
                var group = new VerbGroup(reading, cue.from(), clauses.first);
                addPredicate(cue, group, from, said);
                // "the withdrawal ordered by Putin has begun": the main verb is still to come.
                if (group.be || group.will || !followedBy(cue.to(), "by", "in", "on", "at")) {
                    return;
                }
                i = cue.to() - 1;
                continue;
            }
            if (governed) {
                continue;
            }
            String word = words.folded(i);
            Form form = verbs.form(word);
            if (verbs.isAuxiliary(word) && !isMonth(i)) {
                if (readsAuxiliary(i, from, said)) {
                    return;
                }
            } else if (form != null && form != Form.BASE && !isNounHere(i)) {
                if (followedBy(i + 1, "by")) {
                    continue;
                }
                return;
            } else if (word.equals("to")
                    && i == to
                    && i + 1 < clauses.end
                    && verbs.form(words.folded(i + 1)) == Form.BASE) {
                said.add(Modality.ANNOUNCED);
                return;
            }
        }
    }

    /** "the leaders at a meeting discussed trade", against "a ceasefire was discussed". */
    private boolean isActive(PhraseIndex.Hit<Cue> cue) {
        return cue.meaning().modality() == Modality.CONDITIONAL
                && cue.form() == Form.PAST
                && !new VerbGroup(reading, cue.from(), clauses.first).be;
    }

    /** The word after an aside such as ", brokered by Norway,"; -1 where something else begins. */
    private int afterAside(int i) {
        Form form = verbs.form(words.folded(i));
        if (form != Form.PAST && form != Form.PARTICIPLE && form != Form.GERUND) {
            return -1;
        }
        for (int j = i + 1; j < clauses.end && j < i + REACH; j++) {
            if (reading.between(j - 1, j).indexOf(',') >= 0) {
                return j;
            }
        }
        return -1;
    }

    /** "in May". */
    private boolean isMonth(int i) {
        return words.folded(i).equals("may") && i > clauses.first && reading.isCapital(i);
    }

    private boolean followedBy(int at, String... any) {
        return at < clauses.end && List.of(any).contains(words.folded(at));
    }

    /** "began", "came into force": it happens now, whatever was planned. */
    private void addBeginning(PhraseIndex.Hit<Cue> cue, int from, Set<Modality> said) {
        var group = new VerbGroup(reading, cue.from(), clauses.first);
        Modality outer = outer(group, from);
        if (outer != null) {
            said.add(outer);
        } else if (group.to) {
            said.add(Modality.ANNOUNCED);
        } else if (cue.form() == Form.PAST
                || cue.form() == Form.THIRD
                || group.perfect
                || group.presentBe) {
            said.remove(Modality.ANNOUNCED);
            said.remove(Modality.CONDITIONAL);
        }
    }

    /** What the auxiliaries of a predicate make of it; null where it is told as a fact. */
    private Modality outer(VerbGroup group, int from) {
        if (group.negated && !group.possible || group.cannot) {
            return Modality.DENIED;
        }
        if (group.possible) {
            return Modality.CONDITIONAL;
        }
        if (group.ought) {
            return Modality.DEMANDED;
        }
        if (group.would) {
            return isReported(from) ? Modality.ANNOUNCED : Modality.CONDITIONAL;
        }
        return group.will ? Modality.ANNOUNCED : null;
    }

    private void addPredicate(
            PhraseIndex.Hit<Cue> cue, VerbGroup group, int from, Set<Modality> said) {
        Modality modality = cue.meaning().modality();
        boolean ends = modality == Modality.ENDED || modality == Modality.VIOLATED;
        Modality outer = outer(group, from);
        if (group.negated && ends) {
            said.add(Modality.OCCURRED);
        } else if (outer != null) {
            said.add(outer);
        } else if (modality == Modality.ENDED && said.contains(Modality.ANNOUNCED)) {
            said.add(Modality.DENIED);
        } else if (!ends || said.stream().noneMatch(Ladder::isOuterOf)) {
            said.add(modality);
        }
    }

    private boolean readsAuxiliary(int i, int from, Set<Modality> said) {
        int j = i + 1;
        while (j < clauses.end
                && (verbs.isAuxiliary(words.folded(j))
                        || BETWEEN_AUXILIARY_AND_VERB.contains(words.folded(j))
                        || words.folded(j).endsWith("ly"))) {
            j++;
        }
        var group = new VerbGroup(reading, j, i);
        if (cueStartingAt(j, Cue.Side.RIGHT) != null) {
            return false;
        }
        if (group.negated && !group.possible || group.cannot) {
            said.add(Modality.DENIED);
        } else if (group.possible) {
            said.add(Modality.CONDITIONAL);
        } else if (group.ought) {
            said.add(Modality.DEMANDED);
        } else if (group.would) {
            said.add(isReported(from) ? Modality.ANNOUNCED : Modality.CONDITIONAL);
        } else if (group.will
                || group.presentBe && j < clauses.end && words.folded(j).equals("to")) {
            said.add(Modality.ANNOUNCED);
        }
        return true;
    }

    private void addClause(EventTopic topic, int from, int to, Set<Modality> said) {
        for (var cue : cues) {
            if (cue.meaning().side() == Cue.Side.CLAUSE
                    && cue.from() < clauses.end
                    && clauses.same(cue.from(), from)
                    && (cue.to() <= from || cue.from() >= to)) {
                if (cue.meaning().modality() == Modality.THREATENED && !HARMFUL.contains(topic)) {
                    continue;
                }
                said.add(cue.meaning().modality());
            }
        }
    }

    /** "pledged tanks", "is seeking aid": the verb of the event itself leaves it open. */
    private void addOwnVerb(EventTopic topic, int from, int to, Set<Modality> said) {
        if (topic != EventTopic.ARMS_TRANSFER && topic != EventTopic.AID) {
            return;
        }
        for (var cue : cues) {
            if (cue.from() == from && cue.to() < to && cue.meaning().side() == Cue.Side.GOV) {
                said.add(cue.meaning().modality());
            }
        }
    }

    private void addConditions(EventTopic topic, int from, Set<Modality> said) {
        if (clauses.isConditional(from)) {
            said.add(Modality.CONDITIONAL);
            said.remove(Modality.THREATENED);
            said.remove(Modality.DENIED);
            return;
        }
        if (clauses.isUntil(from) && said.isEmpty()) {
            said.add(Modality.CONDITIONAL);
        }
        boolean open = said.contains(Modality.ANNOUNCED) || said.contains(Modality.CONDITIONAL);
        if (clauses.anyConditional() && open) {
            boolean unless =
                    has("unless")
                            || HARMFUL.contains(topic)
                                    && topic != EventTopic.WITHDRAWAL
                                    && said.contains(Modality.ANNOUNCED);
            said.add(unless ? Modality.THREATENED : Modality.CONDITIONAL);
        }
        if (open
                && reading.text.charAt(reading.sentences.get(0).end() - 1) == '?'
                && reading.sentences.size() == 1) {
            said.add(Modality.CONDITIONAL);
        }
    }

    private boolean has(String word) {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (words.folded(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** An earlier year in the clause, or words such as "decades ago". */
    private boolean isHistorical(int from, int to, Form form) {
        for (int i = clauses.first; i < clauses.end; i++) {
            if (!clauses.same(i, from)) {
                continue;
            }
            String word = words.folded(i);
            if (word.length() == 4 && word.chars().allMatch(Character::isDigit)) {
                int named = Integer.parseInt(word);
                if (named >= 1900 && named < year && !isNumberOf(i) && Math.abs(i - from) < 25) {
                    return true;
                }
            } else if (word.length() == 5
                    && word.endsWith("0s")
                    && Character.isDigit(word.charAt(0))) {
                return true;
            }
        }
        return false;
    }

    /** "Resolution 1973" is no year. */
    private boolean isNumberOf(int i) {
        return i > clauses.first && BEFORE_NUMBERS.contains(words.folded(i - 1));
    }

    private PhraseIndex.Hit<Cue> cueEndingAt(int end, Cue.Side side) {
        PhraseIndex.Hit<Cue> best = null;
        for (var cue : cues) {
            if (cue.to() == end
                    && cue.meaning().side() == side
                    && (best == null || cue.from() < best.from())) {
                best = cue;
            }
        }
        return best;
    }

    private PhraseIndex.Hit<Cue> cueStartingAt(int start, Cue.Side side) {
        PhraseIndex.Hit<Cue> best = null;
        for (var cue : cues) {
            if (cue.from() == start
                    && cue.meaning().side() == side
                    && (best == null || cue.to() > best.to())) {
                best = cue;
            }
        }
        return best;
    }
}
