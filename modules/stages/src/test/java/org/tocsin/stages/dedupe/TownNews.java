package org.tocsin.stages.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;

/** Items of one feed as they stood in it when {@code archive-unversioned.tsv} was written. */
final class TownNews {

    static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private static final String FERRY =
            "The ferry between Sulmare and the island of Orle ran aground on a sandbank early on"
                    + " Tuesday with 214 passengers on board, the port authority said. Nobody was"
                    + " hurt. Two tugs pulled at the ship for six hours before the tide lifted it.\n"
                    + "The captain, who has served on the line for nineteen years, told harbour"
                    + " police that a buoy which marks the channel had been missing since the storm"
                    + " of last week. The authority confirmed that it had been told of the buoy on"
                    + " Friday and had asked a contractor in Torin to replace it.\n"
                    + "Passengers were brought ashore in fishing boats and given soup in the school"
                    + " at Lesna. The next ferry is to leave on Thursday morning at seven, if the"
                    + " divers who look at the hull today find no damage below the waterline.";

    private TownNews() {}

    static List<Article> items(Duration after) {
        return List.of(
                item("1", "Ferry with 214 aboard runs aground off Orle", FERRY, after),
                item("2", "Council of Sulmare closes the old bridge for trucks", "", after),
                item("3", "Marché de Torin", "Le marché aux poissons reste fermé lundi.", after),
                item("4", "海港将于周四重新开放", "港口当局星期二表示，海港将于周四上午七点重新开放。", after));
    }

    static Article ferryFor(int passengers, Duration after) {
        String text = FERRY.replace("214", "" + passengers);
        return item("1", "Ferry with " + passengers + " aboard runs aground off Orle", text, after);
    }

    private static Article item(String guid, String title, String text, Duration after) {
        return new Article(
                "town-" + guid,
                guid,
                "https://town.example/" + guid,
                "town.example",
                "https://town.example/feed",
                title,
                text,
                "en",
                NOON,
                null,
                NOON.plus(after),
                List.of(),
                List.of());
    }
}
