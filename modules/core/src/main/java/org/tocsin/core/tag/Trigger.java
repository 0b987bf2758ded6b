package org.tocsin.core.tag;

/** The words {@code from} up to {@code to} of a sentence that tell an event. */
record Trigger(EventTopic topic, int from, int to, Form form) {

    boolean isVerb() {
        return form.isVerb();
    }

    /** A part of the name lies in the trigger. */
    boolean overlaps(Found name) {
        return name.from() < to && from < name.to();
    }
}
