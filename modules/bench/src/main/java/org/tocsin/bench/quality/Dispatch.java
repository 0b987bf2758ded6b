package org.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.List;

/** A title, the lead, and the paragraphs below it. */
record Dispatch(String title, String lead, List<String> paragraphs) {

    Dispatch {
        paragraphs = List.copyOf(paragraphs);
    }

    String text() {
        return lead + (paragraphs.isEmpty() ? "" : "\n" + String.join("\n", paragraphs));
    }

    Dispatch titled(String other) {
        return new Dispatch(other, lead, paragraphs);
    }

    Dispatch led(String other) {
        return new Dispatch(title, other, paragraphs);
    }

    Dispatch over(List<String> others) {
        return new Dispatch(title, lead, others);
    }

    Dispatch inserting(int at, String paragraph) {
        var more = new ArrayList<>(paragraphs);
        more.add(Math.min(at, more.size()), paragraph);
        return over(more);
    }
}
