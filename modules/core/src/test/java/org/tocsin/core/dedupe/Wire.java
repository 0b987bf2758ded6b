package org.tocsin.core.dedupe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tocsin.core.article.Article;

/** Articles for tests: a dozen invented wire stories, and what editors do to them. */
final class Wire {

    static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    /** One wire story as the agency sent it. */
    record Story(String id, String title, String text) {

        List<String> paragraphs() {
            return Arrays.asList(text.split("\n"));
        }
    }

    private Wire() {}

    static List<Story> stories() {
        return read("wire.txt");
    }

    static List<Story> read(String resource) {
        try (var in = Wire.class.getResourceAsStream(resource)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== "))
                    .filter(part -> !part.isBlank())
                    .map(Wire::story)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Story story(String part) {
        String[] head = part.split("\n", 2);
        String[] names = head[0].split(" \\| ", 2);
        return new Story(names[0].strip(), names[1].strip(), head[1].strip());
    }

    static Story story(String id, List<Story> stories) {
        return stories.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    /** An article of that outlet, told so long after {@link #NOON}. */
    static Article article(String id, String source, String title, String text, Duration after) {
        return new Article(
                id,
                null,
                "https://" + source + "/" + id,
                source,
                null,
                title,
                text,
                "en",
                NOON.plus(after),
                null,
                NOON.plus(after).plusSeconds(120),
                List.of(),
                List.of());
    }

    static Article article(String id, String source, Story story, Duration after) {
        return article(id, source, story.title(), story.text(), after);
    }

    /** An edit that an outlet makes before it prints a wire story. */
    interface Edit {
        Story apply(Story story);
    }

    static Story cutToAThird(Story s) {
        List<String> paragraphs = s.paragraphs();
        return new Story(s.id(), s.title(), String.join("\n", paragraphs.subList(0, 2)));
    }

    static Story extended(Story s) {
        return new Story(
                s.id(),
                s.title(),
                s.text()
                        + "\nLocal businesses that trade with the region said they had been told"
                        + " nothing so far. \"We read it in the paper like everyone else,\" said the"
                        + " owner of a haulage firm on the ring road, who asked not to be named.\n"
                        + "The mayor's office has set up a telephone line for residents with"
                        + " relatives abroad, open from eight until six on working days, and will"
                        + " hold an evening of information in the library.\n"
                        + "Our correspondent adds that flights from the regional airport were on"
                        + " time this morning and that the charter company expects no changes.");
    }

    static Story reheaded(Story s) {
        return new Story(s.id(), "What we know this evening: the story in short", s.text());
    }

    static Story otherPrefix(Story s) {
        String body = s.text().substring(s.text().indexOf(" - ") + 3);
        return new Story(s.id(), s.title(), "(From our desk, with agency material) " + body);
    }

    static Story withFurniture(Story s) {
        return new Story(
                s.id(),
                s.title(),
                "Home > World > Latest\nShare this on Facebook, Twitter, WhatsApp or by email\n"
                        + "Sign up to our morning newsletter and never miss what matters\n"
                        + s.text()
                        + "\nRead more: five charts that explain the week in trade\n"
                        + "Most read: the best walks within an hour of the city centre\n"
                        + "Follow us for breaking news and analysis around the clock. All rights"
                        + " reserved. Comments are closed for this article.");
    }

    static Story respelt(Story s) {
        return new Story(
                s.id(),
                s.title(),
                s.text()
                        .replace("our ", "or ")
                        .replace("ise", "ize")
                        .replace("metre", "meter")
                        .replace("defence", "defense")
                        .replace(" said", " says")
                        .replace("percent", "per cent"));
    }

    static Story reordered(Story s) {
        var paragraphs = new java.util.ArrayList<>(s.paragraphs());
        paragraphs.add(1, paragraphs.remove(paragraphs.size() - 2));
        return new Story(s.id(), s.title(), String.join("\n", paragraphs));
    }

    /** Every ninth word gone or replaced, as a hasty sub-editor might. */
    static Story tightened(Story s) {
        String[] words = s.text().split("(?<= )");
        var kept = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean plain = words[i].equals(words[i].toLowerCase(Locale.ROOT));
            if (i % 9 != 5 || !plain || words[i].contains("\n")) {
                kept.append(words[i]);
            }
        }
        return new Story(s.id(), s.title(), kept.toString());
    }

    static Story cutReheadedAndExtended(Story s) {
        return extended(reheaded(cutToAThird(s)));
    }
}
