package org.tocsin.gateway.complete;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that may stand there.
 *
 * @param insert the text that takes the place of what was typed, quoted where it must be
 * @param label for people
 * @param detail what else is known of it; null for nothing
 * @param tellings how many tellings of late speak of it
 */
public record Completion(Kind kind, String insert, String label, String detail, int tellings) {

    /** What it is. */
    public enum Kind {
        ACTOR,
        TOPIC,
        TYPE,
        MODALITY,
        SOURCE,
        LANGUAGE,
        /** A field, a role or an operator. */
        WORD;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Completion word(String insert, String detail) {
        return new Completion(Kind.WORD, insert, insert, detail, 0);
    }
}
