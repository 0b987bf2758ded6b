package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Match;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.EventClause;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Reading;

/**
 * What one telling brings to one rule; all that is remembered of the telling.
 *
 * @param root the first telling of the item, of which this may be a revision
 * @param counts false for backlog, and for a revision of backlog that adds no fact
 * @param affirms whether the telling answers alone or, for stories and windows, contributes a
 *     clause
 * @param clauses the numbers of the rule's clauses that hold in it
 * @param claims topic and modality of the events that answer event clauses
 * @param parties the actors of those events
 * @param denied the numbers of event clauses that it denies
 * @param deniedParties the actors of the denied events
 * @param facts see {@link Facts}
 * @param against the words that deny, or that were asked not to be there
 */
public record Contribution(
        String article,
        String root,
        String story,
        String origin,
        Instant at,
        boolean counts,
        boolean affirms,
        List<Integer> clauses,
        List<String> claims,
        List<String> parties,
        List<Integer> denied,
        List<String> deniedParties,
        List<String> facts,
        List<Evidence> evidence,
        List<Evidence> against) {

    /** Who did it and to whom: one of them alone does many things. */
    private static final int SAME_PARTIES = 2;

    static Contribution of(Rule rule, Telling telling, Facts facts, Match match) {
        Reading reading = facts.reading();
        boolean alone = rule.scope().isOneArticle();
        boolean affirms = alone ? match.answers() : match.contributes(rule);
        List<Evidence> evidence = affirms ? match.evidence() : List.of();
        var against = new ArrayList<>(match.against());
        var claims = new TreeSet<String>();
        var parties = new TreeSet<String>();
        var denied = new ArrayList<Integer>();
        var deniedParties = new TreeSet<String>();
        for (int i = 0; i < rule.clauses().size(); i++) {
            Clause clause = rule.clauses().get(i);
            if (!rule.asksFor(i) || !(clause instanceof EventClause asked)) {
                continue;
            }
            List<EventTag> events = asked.events(reading);
            for (EventTag event : events) {
                claims.add(Facts.claim(event));
                addParties(parties, event);
            }
            List<EventTag> denials = events.isEmpty() ? asked.denials(reading) : List.of();
            for (EventTag denial : denials) {
                addParties(deniedParties, denial);
                against.add(evidence(reading, denial, clause));
            }
            if (!denials.isEmpty()) {
                denied.add(i);
            }
        }
        return new Contribution(
                telling.article().id(),
                telling.verdict().verdict() == Verdict.Kind.REVISION
                        ? telling.verdict().of()
                        : telling.article().id(),
                telling.verdict().story(),
                telling.origin(),
                Teller.timeOf(telling),
                !telling.backlog(),
                affirms,
                match.clauses().stream().boxed().toList(),
                List.copyOf(claims),
                List.copyOf(parties),
                denied,
                List.copyOf(deniedParties),
                affirms ? facts.of(evidence) : List.of(),
                evidence,
                List.copyOf(against));
    }

    private static void addParties(TreeSet<String> parties, EventTag event) {
        parties.addAll(event.actor());
        parties.addAll(event.target());
    }

    private static Evidence evidence(Reading reading, EventTag event, Clause clause) {
        var hit = new Hit(event.field(), event.start(), event.end(), event.topic());
        return Match.of(reading, hit, clause.print());
    }

    /** True where this is a telling of the item of which {@code id} is one. */
    boolean isTellingOf(String id) {
        return article.equals(id) || root.equals(id);
    }

    /** This in the place of what it revises: the item stays one, and old news stays old. */
    Contribution revising(Contribution old) {
        boolean fresh = counts && (old.counts || !old.facts.containsAll(facts));
        return new Contribution(
                article,
                old.root,
                story,
                origin,
                at,
                fresh,
                affirms,
                clauses,
                claims,
                parties,
                denied,
                deniedParties,
                facts,
                evidence,
                against);
    }

    /** Whether the other, heard after it, can take a clause from it. */
    boolean isOpenTo(Contribution denial) {
        return affirms
                && !Collections.disjoint(clauses, denial.denied)
                && tellsOfWhatIsDeniedBy(denial);
    }

    boolean tellsOfWhatIsDeniedBy(Contribution denial) {
        List<String> theirs = denial.deniedParties;
        if (story.equals(denial.story)) {
            return theirs.isEmpty() || parties.isEmpty() || !Collections.disjoint(theirs, parties);
        }
        // A denial reads so unlike what it denies that it may be a story of its own.
        int shared = 0;
        for (String party : theirs) {
            shared += parties.contains(party) ? 1 : 0;
        }
        return shared >= SAME_PARTIES && shared == Math.min(theirs.size(), parties.size());
    }

    /** As what is only counted: what it claims and denies does not matter. */
    Contribution asCounted() {
        List<String> none = List.of();
        return new Contribution(
                article, root, story, origin, at, counts, affirms, clauses, none, none, List.of(),
                none, none, evidence, List.of());
    }

    boolean showsAnything() {
        return !evidence.isEmpty() || !against.isEmpty();
    }

    Contribution withoutEvidence() {
        return new Contribution(
                article,
                root,
                story,
                origin,
                at,
                counts,
                affirms,
                clauses,
                claims,
                parties,
                denied,
                deniedParties,
                facts,
                List.of(),
                List.of());
    }

    /** True where nothing of it can ever matter to the rule. */
    boolean isEmpty(Rule rule) {
        boolean wide = !rule.scope().isOneArticle();
        return !affirms && denied.isEmpty() && !(wide && !clauses.isEmpty());
    }

    BitSet truth() {
        var truth = new BitSet();
        clauses.forEach(truth::set);
        return truth;
    }
}
