package org.tocsin.ingestor.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Makes text fit for a strict XML parser without touching what it says.
 *
 * <p>What stands before the feed goes (a warning of the publisher's server, the XML declaration:
 * the text is decoded already), the DOCTYPE goes with all it could expand or fetch, HTML's named
 * entities become their characters, a bare {@code &} becomes {@code &amp;}, and characters that XML
 * forbids are dropped. One pass, linear in the text, and the result is hardly longer than it.
 */
final class XmlCleanup {

    /** A feed's first tag, by which it is found behind what a broken server wrote before it. */
    static final Pattern ROOT =
            Pattern.compile(
                    "<(?:[A-Za-z][\\w-]{0,20}:)?"
                            + "(?:rss|rdf|feed|channel|urlset|sitemapindex|opml|entry|item)(?=[\\s>/])",
                    Pattern.CASE_INSENSITIVE);

    /** Five thousand items of thirty elements, each opened and closed. */
    private static final int MOST_TAGS = 300_000;

    private static final int LONGEST_NAME = 40;
    private static final Set<String> OWN = Set.of("lt", "gt", "amp", "quot", "apos");

    private final String text;
    private final StringBuilder clean;
    private final Map<String, String> entities = new HashMap<>();
    private final Set<String> absent = new HashSet<>();
    private boolean sawDoctype;
    private int tags;
    private int at;

    /** What references may add: an entity of 200 characters is asked for with three. */
    private int growth;

    private XmlCleanup(String text) {
        this.text = text;
        this.growth = 1_000_000 + text.length() / 2;
        this.clean = new StringBuilder(text.length() + 64);
    }

    /** Cleaned text; {@code cut} where it ends early, at more tags than any feed has. */
    record Cleaned(String text, boolean cut) {}

    static Cleaned clean(String text) {
        return new XmlCleanup(text).run();
    }

    private Cleaned run() {
        skipToRoot();
        while (at < text.length() && tags < MOST_TAGS) {
            char c = text.charAt(at);
            if (c == '<') {
                openBracket();
            } else if (c == '&') {
                reference();
            } else if (c == ']' && text.startsWith("]]>", at)) {
                at += 3;
            } else {
                append(c);
            }
        }
        return new Cleaned(clean.toString(), at < text.length());
    }

    private void skipToRoot() {
        boolean known = ROOT.matcher(text).find();
        while (at < text.length()) {
            boolean tag = text.charAt(at) == '<' && !skipped();
            boolean root = !known || ROOT.matcher(text).region(at, text.length()).lookingAt();
            if (tag && root) {
                return;
            }
            at += tag || at < text.length() && text.charAt(at) != '<' ? 1 : 0;
        }
    }

    private void openBracket() {
        if (text.startsWith("<![CDATA[", at)) {
            copyCdata();
        } else if (!skipped()) {
            tags++;
            append('<');
        }
    }

    /** Steps over what says nothing about the items; false where it stands on something else. */
    private boolean skipped() {
        if (text.startsWith("<![CDATA[", at)) {
            return false;
        }
        if (text.startsWith("<!--", at)) {
            at = after("-->", text.length());
        } else if (text.startsWith("<?", at)) {
            at = after("?>", after(">", text.length()));
        } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9) && !sawDoctype) {
            sawDoctype = true;
            at = Doctype.skip(text, at, entities);
        } else if (text.startsWith("<!", at)) {
            at = after(">", text.length());
        } else {
            return false;
        }
        return true;
    }

    /** Behind the next such end, else {@code otherwise}; what was not found is not sought again. */
    private int after(String end, int otherwise) {
        int found = absent.contains(end) ? -1 : text.indexOf(end, at);
        if (found < 0) {
            absent.add(end);
            return otherwise;
        }
        return found + end.length();
    }

    /** Some wrap a section in a section: the inner mark is no part of what it says. */
    private void copyCdata() {
        int stop = after("]]>", text.length());
        clean.append("<![CDATA[");
        at += 9;
        while (at < stop) {
            if (text.charAt(at) == '<' && text.startsWith("<![CDATA[", at)) {
                at += 9;
            } else {
                append(text.charAt(at));
            }
        }
    }

    private void append(char c) {
        int next = at + 1;
        if (Character.isHighSurrogate(c)
                && next < text.length()
                && Character.isLowSurrogate(text.charAt(next))) {
            clean.append(c).append(text.charAt(next));
            next++;
        } else if (References.isAllowed(c)) {
            clean.append(c);
        }
        at = next;
    }

    private void reference() {
        int end = at + 1;
        int limit = Math.min(text.length(), at + LONGEST_NAME);
        while (end < limit && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == ';' && end > at + 1;
        String meaning = closed ? meaning(text.substring(at + 1, end)) : null;
        String written = meaning == null ? "&amp;" : meaning;
        int read = meaning == null ? 1 : end + 1 - at;
        growth -= Math.max(0, written.length() - read);
        if (growth > 0) {
            clean.append(written);
        }
        at += read;
    }

    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '#' || c == '.' || c == '_');
    }

    /** What a reference stands for, as XML; null where nobody knows. */
    private String meaning(String name) {
        if (name.startsWith("#")) {
            int code = References.codePoint(name);
            return code == -1 ? null : code == -2 ? "" : "&#" + code + ";";
        }
        if (OWN.contains(name)) {
            return "&" + name + ";";
        }
        if (entities.containsKey(name)) {
            return entities.get(name);
        }
        String known = Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
        return known.isEmpty()
                ? null
                : known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
