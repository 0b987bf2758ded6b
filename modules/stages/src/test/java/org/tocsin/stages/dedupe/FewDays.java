package org.tocsin.stages.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.core.article.Article;

/** Made-up reports of a few days at five outlets. */
final class FewDays {

    static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private FewDays() {}

    /** Some days of made-up reports, with their copies, edits and repeats. */
    static List<Article> articles(Random random, int count) {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < count; i++) {
            String text =
                    i % 5 == 0 || articles.isEmpty() ? report(random) : edited(articles, random);
            articles.add(
                    article("n" + i, "outlet" + random.nextInt(5) + ".example", text, i * 240));
        }
        return articles;
    }

    private static String edited(List<Article> told, Random random) {
        String text = told.get(Math.max(0, told.size() - 1 - random.nextInt(12))).text();
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> text.length() < 200 ? text : text.substring(0, text.length() / 2);
            case 2 -> text + " " + report(random).substring(0, 80);
            default -> text.replaceFirst("\\d+", "" + random.nextInt(900));
        };
    }

    private static final String[] WORDS =
            ("council harbour fishermen Sulmare vote Ekberg minister strike bridge Torin river"
                            + " engineers closed opened flood market rose fell court judge Dresh"
                            + " parliament budget railway night crowd police school teachers north"
                            + " Lesna valley truck border customs Merania troops accord")
                    .split(" ");

    private static String report(Random random) {
        var text = new StringBuilder();
        for (int sentence = 0; sentence < 6; sentence++) {
            text.append("The ");
            for (int i = 0; i < 14; i++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            text.append(random.nextInt(900)).append(". ");
        }
        return text.toString();
    }

    static Article article(String id, String source, String text, int minutes) {
        Instant at = NOON.plusSeconds(60L * minutes);
        // Every seventh address comes back with other words: a revision.
        String path = Integer.toString(Math.floorMod(id.hashCode(), 57));
        return new Article(
                id,
                null,
                "https://" + source + "/" + (id.startsWith("n") ? path : id),
                source,
                "https://" + source + "/feed",
                text.substring(0, Math.min(text.length(), 40)),
                text,
                "en",
                at,
                null,
                at.plusSeconds(30),
                List.of(),
                List.of());
    }
}
