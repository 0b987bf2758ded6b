package org.tocsin.core.watch.preview;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.watch.Alert;

/** Some of many alerts, spread evenly over all of them, of which at most twice as many are held. */
final class Samples {

    /** An alert, with the article that rang it around its evidence. */
    record Sample(Alert alert, Passage passage) {}

    private final int most;
    private final List<Sample> held = new ArrayList<>();

    /** Every so many-th is held; doubled when there are too many. */
    private int step = 1;

    private int seen;

    Samples(int most) {
        this.most = most;
    }

    void add(Alert alert, Article article) {
        if (seen++ % step != 0) {
            return;
        }
        held.add(new Sample(alert, Passage.of(article, alert)));
        if (held.size() > 2 * most) {
            step *= 2;
            for (int i = held.size() - 1; i > 0; i--) {
                if (i % 2 == 1) {
                    held.remove(i);
                }
            }
        }
    }

    /** The first of all and those that follow at one distance. */
    List<Sample> some() {
        int each = Math.max(1, (held.size() + most - 1) / most);
        var some = new ArrayList<Sample>();
        for (int i = 0; i < held.size(); i += each) {
            some.add(held.get(i));
        }
        return some;
    }
}
