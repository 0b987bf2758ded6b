package org.tocsin.ingestor.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;

/**
 * Builds a tree from tags as they come, whether they match or not, and no larger than a feed may
 * be: below {@link #DEEPEST} levels only the text is kept, above the limit items are only counted.
 */
final class TreeWriter {

    /** Deeper than any feed's markup, shallow enough for code that recurses. */
    static final int DEEPEST = 200;

    private static final int MOST_ATTRIBUTES = 100;

    /** Twice as many as there are items, with the white space between them. */
    private static final int MOST_CHILDREN = 20_000;

    /** A closing tag looks no further for the one it closes, so that a page of them stays cheap. */
    private static final int FURTHEST = 256;

    /** The levels of root, channel and item, which their closing tags always reach. */
    private static final int STRUCTURE = 5;

    private final List<Level> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int mostItems;
    private Element root;
    private boolean atom;
    private int items;

    /** Null once no more is kept: in an item beyond the limit. */
    private Level skipped;

    TreeWriter(int mostItems) {
        this.mostItems = mostItems;
    }

    /** One open tag; {@code element} takes its text, and is the parent's where it has none. */
    record Level(String name, Element element, boolean own, Scope scope) {}

    /** The prefixes that one element declares; others are those of the elements around it. */
    record Scope(Map<String, String> declared, Scope outer) {
        String uri(String prefix) {
            for (Scope scope = this; scope != null; scope = scope.outer) {
                String uri = scope.declared.get(prefix);
                if (uri != null) {
                    return uri;
                }
            }
            return null;
        }
    }

    void open(String name, Map<String, String> attributes) {
        flush();
        Level parent = top();
        if (isItem(name) && ++items > mostItems && skipped == null) {
            skipped = new Level(name, null, false, null);
            open.add(skipped);
            return;
        }
        boolean tooDeep = open.size() >= DEEPEST;
        if (skipped != null || tooDeep || root != null && parent == null) {
            open.add(new Level(name, parent == null ? null : parent.element, false, scope(parent)));
            return;
        }
        Scope scope = Prefixes.declared(attributes, scope(parent));
        Element element = named(name, scope);
        boolean own = element != null;
        if (own) {
            attributes.entrySet().stream()
                    .limit(MOST_ATTRIBUTES)
                    .forEach(a -> attribute(element, a.getKey(), a.getValue()));
            attach(element, parent);
        }
        open.add(
                new Level(
                        name, own ? element : parent == null ? null : parent.element, own, scope));
    }

    private void attach(Element element, Level parent) {
        if (root == null) {
            root = element;
        } else if (parent != null
                && parent.element != null
                && parent.element.getContentSize() < MOST_CHILDREN) {
            parent.element.addContent(element);
        }
    }

    void text(CharSequence characters) {
        if (skipped == null) {
            text.append(characters);
        }
    }

    /** Closes the tag of that name and all that it left open; one that is not open is ignored. */
    void close(String name) {
        int found = lastOpen(name, open.size(), Math.max(0, open.size() - FURTHEST));
        if (found < 0) {
            found = lastOpen(name, Math.min(STRUCTURE, open.size()), 0);
        }
        if (found >= 0) {
            closeTo(found);
        }
    }

    private int lastOpen(String name, int below, int from) {
        for (int i = below - 1; i >= from; i--) {
            if (open.get(i).name.equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private void closeTo(int level) {
        flush();
        while (open.size() > level) {
            if (open.remove(open.size() - 1) == skipped) {
                skipped = null;
            }
        }
    }

    /**
     * Names of the open tags from the document's root on, for who guesses at what was left open.
     */
    List<Level> open() {
        return open;
    }

    /** Closes the open tag at that level, counted from 0 at the root, and all inside it. */
    void closeLevel(int level) {
        closeTo(level);
    }

    /** The root, or null where there was no element. */
    Element finish() {
        flush();
        return root;
    }

    /** The item that the document's end cut off, or null. */
    Element cutItem() {
        for (Level level : open) {
            if (level.own && level.element != root && isItemName(level.name)) {
                return level.element;
            }
        }
        return null;
    }

    /** How many items the document has, those beyond the limit included. */
    int items() {
        return items;
    }

    private boolean isItem(String name) {
        return open.size() < STRUCTURE && !open.isEmpty() && isItemName(name);
    }

    boolean isItemName(String name) {
        String local = local(name).toLowerCase(Locale.ROOT);
        boolean map = root != null && root.getName().equalsIgnoreCase("urlset");
        return map ? local.equals("url") : local.equals("item") || local.equals("entry");
    }

    private Level top() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    private static Scope scope(Level level) {
        return level == null ? null : level.scope;
    }

    private Element named(String name, Scope scope) {
        String local = local(name);
        String prefix = local.length() == name.length() ? "" : name.substring(0, name.indexOf(':'));
        String uri = scope == null ? null : scope.uri(prefix);
        Vocabulary vocabulary = Vocabulary.of(prefix, uri);
        if (root == null) {
            atom = local.equalsIgnoreCase("feed") || local.equalsIgnoreCase("entry");
        }
        // A feed that forgot its namespace, or invented one, is Atom all the same.
        vocabulary = atom && vocabulary == Vocabulary.PLAIN ? Vocabulary.ATOM : vocabulary;
        try {
            return new Element(local, vocabulary.namespace());
        } catch (IllegalNameException e) {
            return null;
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static void attribute(Element element, String name, String value) {
        if (name.startsWith("xmlns")) {
            return;
        }
        try {
            if (name.startsWith("xml:")) {
                element.setAttribute(name.substring(4), value, Namespace.XML_NAMESPACE);
            } else {
                element.setAttribute(local(name), value);
            }
        } catch (IllegalNameException | IllegalDataException e) {
            // An attribute that no name or value of XML can carry says nothing about an item.
            return;
        }
    }

    private void flush() {
        Level level = top();
        if (text.length() > 0 && level != null && level.element != null) {
            String characters = text.toString();
            boolean fit = org.jdom2.Verifier.checkCharacterData(characters) == null;
            level.element.addContent(fit ? characters : "");
        }
        text.setLength(0);
    }
}
