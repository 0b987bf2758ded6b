package org.tocsin.ingestor.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a tag that opens says about tags that were never closed: a new item ends the last one, and a
 * field of an item ends a field that holds no markup.
 */
final class UnclosedTags {

    /** HTML's tags without an end, as naked markup has them. */
    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "input", "wbr", "embed", "meta", "param");

    /** Fields that hold a line or an address. */
    private static final Set<String> SHORT =
            Set.of(
                    "title",
                    "link",
                    "guid",
                    "id",
                    "pubdate",
                    "author",
                    "category",
                    "comments",
                    "published",
                    "updated",
                    "issued",
                    "modified",
                    "created",
                    "enclosure");

    /** Fields that no markup inside another field is mistaken for. */
    private static final Set<String> FIELDS =
            Set.of(
                    "guid",
                    "pubdate",
                    "description",
                    "comments",
                    "enclosure",
                    "published",
                    "updated",
                    "issued",
                    "modified");

    private final TreeWriter tree;

    UnclosedTags(TreeWriter tree) {
        this.tree = tree;
    }

    static boolean isVoid(String name) {
        return VOID.contains(name.toLowerCase(Locale.ROOT));
    }

    void closeBefore(String name) {
        int item = openItem();
        if (item < 0) {
            return;
        }
        List<TreeWriter.Level> open = tree.open();
        if (open.get(item).name().equalsIgnoreCase(name)) {
            tree.closeLevel(item);
        } else if (open.size() > item + 1 && ends(open.get(item + 1).name(), name)) {
            tree.closeLevel(item + 1);
        }
    }

    private static boolean ends(String openField, String name) {
        String field = openField.toLowerCase(Locale.ROOT);
        String next = name.toLowerCase(Locale.ROOT);
        boolean module = next.startsWith("dc:") || next.startsWith("content:");
        if (SHORT.contains(field)) {
            boolean inPerson = field.equals("author") && next.equals("title");
            return !inPerson && (SHORT.contains(next) || FIELDS.contains(next) || module);
        }
        return !field.equals(next)
                && !field.contains(":")
                && !field.equals("source")
                && !field.equals("image")
                && (FIELDS.contains(next) || module);
    }

    private int openItem() {
        List<TreeWriter.Level> open = tree.open();
        for (int i = 1; i < Math.min(open.size(), 5); i++) {
            if (tree.isItemName(open.get(i).name())) {
                return i;
            }
        }
        return -1;
    }
}
