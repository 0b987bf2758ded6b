package org.tocsin.ingestor.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Plain text from what feeds hold: HTML, text, or something that does not say which it is. */
public final class PlainText {

    private static final Pattern TAG =
            Pattern.compile("</?([A-Za-z][A-Za-z0-9]{0,15})[\\s/>]|<!--");
    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\u00a0]*\\n");

    private static final Set<String> TAGS =
            Set.of(
                    ("a abbr acronym address article aside audio b big blockquote body br button center"
                                    + " cite code col dd del dfn div dl dt em embed figcaption figure font"
                                    + " footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img ins"
                                    + " input kbd li link main map mark meta nav noscript object ol p param"
                                    + " picture pre q s samp script section small source span strike strong"
                                    + " style sub sup svg table tbody td tfoot th thead time title tr tt u"
                                    + " ul var video wbr")
                            .split(" "));

    private PlainText() {}

    /**
     * The words of an HTML fragment or page: a line a paragraph, no furniture. Where a feed's item
     * is nothing but what looks like furniture, that is its text.
     */
    public static String ofHtml(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        Pruning.prune(body, Place.FEED);
        String pruned = linesOf(body);
        return pruned.isEmpty() ? linesOf(Jsoup.parseBodyFragment(html).body()) : pruned;
    }

    /** Takes the furniture of a page out of its tree. */
    public static void prune(Element page) {
        Pruning.prune(page, Place.PAGE);
    }

    /** The words of a part of a tree, a line a paragraph; only what lines say is furniture here. */
    public static String linesOf(Element element) {
        var writer = new LineWriter();
        element.filter(writer);
        return String.join("\n", Lines.of(writer.lines()));
    }

    /**
     * Text as it stands, with paragraphs as lines: a blank line parts paragraphs, and so does a
     * break after a finished sentence; any other break is where an editor wrapped the line.
     */
    public static String ofText(String text) {
        var lines = new ArrayList<String>();
        for (String paragraph : BLANK_LINE.split(text.replace("\r\n", "\n").replace('\r', '\n'))) {
            addUnwrapped(paragraph, lines);
        }
        List<String> story = Lines.of(lines.stream().map(Line::plain).toList());
        return String.join("\n", story.isEmpty() ? lines : story);
    }

    /** HTML where it shows HTML's tags or entities, else text. */
    public static String ofEither(String content) {
        return looksLikeHtml(content) ? ofHtml(content) : ofText(content);
    }

    /** The same on one line, for titles and names. */
    public static String lineOf(String content) {
        String text = content;
        if (looksLikeHtml(content)) {
            var lines = new LineWriter();
            Jsoup.parseBodyFragment(content).body().filter(lines);
            text = lines.lines().stream().map(Line::text).collect(Collectors.joining(" "));
        }
        return oneLine(text);
    }

    /** Character references resolved, tags left as they are. */
    public static String withoutEntities(String text) {
        return ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, true) : text;
    }

    /** White space of any kind and length becomes one space. */
    public static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> LineWriter.append(line, c));
        return LineWriter.trimmed(line);
    }

    static boolean looksLikeHtml(String text) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(1) == null || TAGS.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        Matcher entity = ENTITY.matcher(text);
        while (entity.find()) {
            String name = entity.group(1);
            if (name.startsWith("#") || Entities.isNamedEntity(name)) {
                return true;
            }
        }
        return false;
    }

    private static void addUnwrapped(String paragraph, List<String> lines) {
        List<String> parts =
                paragraph
                        .lines()
                        .map(PlainText::oneLine)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toList());
        var line = new StringBuilder();
        for (String part : parts) {
            boolean alone = Lines.standsAlone(part);
            if (line.length() > 0 && (alone || ends(line))) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (alone) {
                lines.add(part);
            } else {
                line.append(line.length() > 0 ? " " : "").append(part);
            }
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
    }

    private static boolean ends(CharSequence line) {
        return ".!?:…\"”»。！？؟۔।".indexOf(line.charAt(line.length() - 1)) >= 0;
    }
}
