package org.tocsin.ingestor.clean;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the class and id of an element call it. */
enum Naming {
    BOX,
    BAR,
    NOTHING;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /**
     * Names that say something of an element without saying what it is: WordPress lists an
     * article's tags among its classes, themes say which parts the layout has.
     */
    private static final Pattern QUALITY =
            Pattern.compile(
                    "(?:tag|category|topic|author|format)-(?!(?:links?|list|cloud|box|bio|info)\\b).*"
                            + "|(?:has|no|not|with|without|is|hide|show)[-_].*"
                            + "|.*[-_](?:open|opened|closed|enabled|disabled|on|off|active)");

    private static final Set<String> DISCUSSION =
            Set.of("comments", "commentlist", "disqus", "respond", "livefyre", "hypercomments");

    private static final int LONGEST_RUN = 3;
    private static final int LONGEST_NAME = 80;

    static Naming of(Element element) {
        Naming found = of(element.id());
        for (String name : element.classNames()) {
            if (found == BOX) {
                return BOX;
            }
            Naming named = of(name);
            found = named == NOTHING ? found : named;
        }
        return found;
    }

    private static Naming of(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || QUALITY.matcher(name).matches()) {
            return NOTHING;
        }
        String[] words = words(name);
        Naming found = NOTHING;
        for (int from = 0; from < words.length; from++) {
            var run = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + LONGEST_RUN); to++) {
                run.append(to > from ? " " : "").append(words[to]);
                if (FurnitureWords.BOXES.contains(run.toString())) {
                    return BOX;
                }
                found = FurnitureWords.BARS.contains(run.toString()) ? BAR : found;
            }
        }
        return found;
    }

    /** What readers said of the story may be longer than the story. */
    static boolean isDiscussion(Element element) {
        return isDiscussion(element.id())
                || element.classNames().stream().anyMatch(Naming::isDiscussion);
    }

    private static boolean isDiscussion(String name) {
        String[] words = words(name);
        return !QUALITY.matcher(name).matches()
                && (DISCUSSION.contains(words[0])
                        || words.length > 1 && words[0].equals("comment"));
    }

    private static String[] words(String name) {
        String parted = HUMP.matcher(name).replaceAll(" ");
        return FurnitureWords.key(parted.replace('_', ' ')).split(" ");
    }
}
