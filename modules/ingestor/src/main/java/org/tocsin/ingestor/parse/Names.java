package org.tocsin.ingestor.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdom2.Attribute;
import org.jdom2.Element;

/**
 * One spelling for each element whatever prefix, case or version of a namespace the feed chose:
 * {@code title} for RSS of any version, {@code atom:title}, {@code dc:date}, {@code
 * content:encoded}.
 */
final class Names {

    private Names() {}

    static String of(Element element) {
        String local = element.getName().toLowerCase(Locale.ROOT);
        String kind = Vocabulary.kindOf(element.getNamespaceURI());
        return kind.isEmpty() ? local : kind + ":" + local;
    }

    /** The children of any of these names, the first name's first. */
    static List<Element> all(Element parent, String... names) {
        var found = new ArrayList<List<Element>>(Collections.nCopies(names.length, null));
        List<String> wanted = Arrays.asList(names);
        for (Element child : parent.getChildren()) {
            int rank = wanted.indexOf(of(child));
            if (rank >= 0) {
                if (found.get(rank) == null) {
                    found.set(rank, new ArrayList<>(1));
                }
                found.get(rank).add(child);
            }
        }
        return found.stream().filter(Objects::nonNull).flatMap(List::stream).toList();
    }

    /** The first child of these names, in the names' order, that passes; null when none does. */
    static Element first(Element parent, Predicate<Element> test, String... names) {
        return all(parent, names).stream().filter(test).findFirst().orElse(null);
    }

    /** The trimmed text of the first such child that has any; null when none has. */
    static String text(Element parent, String... names) {
        Element found = first(parent, child -> !child.getValue().isBlank(), names);
        return found == null ? null : found.getValue().strip();
    }

    /**
     * An attribute by its local name, whatever its case or namespace; null when absent or blank.
     */
    static String attribute(Element element, String local) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().equalsIgnoreCase(local) && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }
}
