package org.tocsin.core.watch.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.tag.ActorType;

/**
 * A rule's tree as an editor shows it, changes it and hands it back: what is written and where,
 * before anybody is looked up.
 *
 * <p>{@link QueryTree} makes it from text and {@link #print} makes text of it; the text is what is
 * saved, so a tree that makes no sense is refused where its text is read.
 *
 * @param parts of {@code then}, {@code and}, {@code or} those that are joined, of {@code not} the
 *     one that must not hold, of {@code near} the two, of {@code title} its words
 * @param text the word, phrase, name, type, topic, source or language; null for what has parts
 * @param distance of {@code near} and {@code proximity}, in words
 * @param widened of an actor, with the plus behind it
 * @param actor who does it, of an event; {@code target} to whom, {@code modality} as what
 * @param means whom an actor's name stands for; an answer to the reader, not read back
 * @param start where it begins in the text, in UTF-16 units; {@code end} right behind it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueryNode(
        Is is,
        List<QueryNode> parts,
        String text,
        Integer distance,
        Boolean widened,
        List<Name> actor,
        List<Name> target,
        List<String> modality,
        List<Meant> means,
        @JsonInclude(JsonInclude.Include.ALWAYS) int start,
        @JsonInclude(JsonInclude.Include.ALWAYS) int end) {

    /** What a node is. */
    public enum Is {
        THEN,
        AND,
        OR,
        NOT,
        NEAR,
        WORD,
        PREFIX,
        PHRASE,
        PROXIMITY,
        ACTOR,
        TYPE,
        EVENT,
        SOURCE,
        LANG,
        TITLE;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An actor as it is named in brackets. */
    public record Name(String name, boolean widened) {
        /** In quotes where it must be, so that it is read as this very name. */
        public String print() {
            return Quoting.name(name == null ? "" : name) + (widened ? "+" : "");
        }
    }

    /** An actor of the lexicon. */
    public record Meant(String id, String name, ActorType type) {}

    public QueryNode {
        parts = parts == null ? List.of() : List.copyOf(parts);
        actor = actor == null ? List.of() : List.copyOf(actor);
        target = target == null ? List.of() : List.copyOf(target);
        modality = modality == null ? List.of() : List.copyOf(modality);
        means = means == null ? List.of() : List.copyOf(means);
    }

    /**
     * The tree in canonical form. What the language has no form for, such as a step within a step,
     * comes out as text that is refused when it is read.
     */
    public String print() {
        if (is == null) {
            return "";
        }
        String words = text == null ? "" : text;
        return switch (is) {
            case THEN -> joined(" THEN ", false);
            case AND -> joined(" AND ", true);
            case OR -> joined(" OR ", false);
            case NOT -> "NOT " + single();
            case NEAR -> joined(" NEAR/" + (distance == null ? "" : distance) + " ", true);
            case WORD -> Quoting.name(words);
            case PREFIX -> Quoting.beginning(words) + "*";
            case PHRASE -> Quoting.quoted(words);
            case PROXIMITY -> Quoting.quoted(words) + "~" + (distance == null ? "" : distance);
            case TITLE -> "title:" + joined(" ", true);
            case EVENT -> "event:" + Quoting.name(words) + brackets();
            case ACTOR ->
                    "actor:" + Quoting.name(words) + (Boolean.TRUE.equals(widened) ? "+" : "");
            case TYPE, SOURCE, LANG -> is.id() + ":" + Quoting.name(words);
        };
    }

    private String joined(String by, boolean orInParentheses) {
        return parts.stream()
                .map(part -> part.within(orInParentheses))
                .collect(Collectors.joining(by));
    }

    private String single() {
        return parts.stream().map(part -> part.within(true)).collect(Collectors.joining(" "));
    }

    private String within(boolean tight) {
        boolean loose =
                is == Is.THEN
                        || (tight && is == Is.OR)
                        || (tight && is == Is.AND && parts.size() > 1);
        return loose ? "(" + print() + ")" : print();
    }

    private String brackets() {
        String roles =
                Stream.of(
                                role("actor", actor.stream().map(Name::print)),
                                role("target", target.stream().map(Name::print)),
                                role("modality", modality.stream().map(Quoting::name)))
                        .filter(role -> !role.isEmpty())
                        .collect(Collectors.joining(", "));
        return roles.isEmpty() ? "" : "[" + roles + "]";
    }

    private static String role(String key, Stream<String> values) {
        String all = values.collect(Collectors.joining("|"));
        return all.isEmpty() ? "" : key + "=" + all;
    }
}
