package org.tocsin.gateway.complete;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.Modality;
import org.tocsin.gateway.complete.Completion.Kind;

/** What the language itself has for a place, whoever and whatever is in the news. */
final class Grammar {

    private static final Map<String, String> FIELDS =
            Map.of(
                    "actor:", "a person, state, group or place by any name",
                    "event:", "something that happens, such as a ceasefire",
                    "type:", "any actor of a type",
                    "source:", "told by a source",
                    "lang:", "told in a language",
                    "title:", "the title says so");

    private Grammar() {}

    static List<Completion> fields(String typed) {
        return FIELDS.entrySet().stream()
                .filter(field -> fits(field.getKey(), typed))
                .map(field -> Completion.word(field.getKey(), field.getValue()))
                .sorted(Comparator.comparing(Completion::insert))
                .toList();
    }

    static List<Completion> operators(String typed) {
        return Stream.of(
                        Completion.word("AND", "both"),
                        Completion.word("OR", "one of them"),
                        Completion.word("AND NOT", "and it does not say"),
                        Completion.word("NEAR/5", "at most five words between"),
                        Completion.word("THEN", "and later, over a span of time"))
                .filter(operator -> fits(operator.insert(), typed))
                .toList();
    }

    static List<Completion> types(String typed) {
        return Arrays.stream(ActorType.values())
                .map(ActorType::id)
                .filter(type -> fits(type, typed))
                .map(type -> new Completion(Kind.TYPE, type, type, null, 0))
                .toList();
    }

    static List<Completion> modalities(String typed) {
        return Arrays.stream(Modality.values())
                .map(modality -> modality.name().toLowerCase(Locale.ROOT))
                .filter(modality -> fits(modality, typed))
                .map(modality -> new Completion(Kind.MODALITY, modality, modality, null, 0))
                .toList();
    }

    static List<Completion> words(String typed, String... words) {
        return Arrays.stream(words)
                .filter(word -> fits(word, typed))
                .map(word -> Completion.word(word, null))
                .toList();
    }

    /** It begins so, or one of its parts does: {@code strike} finds military-strike. */
    static boolean fits(String choice, String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String whole = choice.toLowerCase(Locale.ROOT);
        return whole.startsWith(lower)
                || (lower.length() > 1
                        && (whole.contains("-" + lower) || whole.contains("." + lower)));
    }
}
