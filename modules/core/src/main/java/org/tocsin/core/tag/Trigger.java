package org.tocsin.core.tag;

/**
 * The words {@code from} up to {@code to} of a sentence that tell an event. {@code verb} is the one
 * that auxiliaries belong to: "hostages were handed over" opens with a noun.
 */
record Trigger(EventTopic topic, int from, int to, int verb, Form form) {

    Trigger(EventTopic topic, int from, int to, Form form) {
        this(topic, from, to, from, form);
    }

    boolean isVerb() {
        return form.isVerb();
    }

    /** A part of the name lies in the trigger. */
    boolean overlaps(Found name) {
        return name.from() < to && from < name.to();
    }
}
