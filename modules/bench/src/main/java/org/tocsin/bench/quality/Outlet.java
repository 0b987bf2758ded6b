package org.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A publisher and what its pages carry around every article. */
record Outlet(String source, List<String> before, List<String> between, List<String> after) {

    static Outlet of(int number, Random random) {
        String name = "Gazette " + number;
        var lines = new ArrayList<>(Press.around().get("furniture"));
        Collections.shuffle(lines, random);
        lines.replaceAll(line -> line.replace("{outlet}", name));
        int before = random.nextInt(4);
        int between = before + random.nextInt(2);
        int after = between + random.nextInt(5);
        return new Outlet(
                "gazette-" + number + ".example",
                List.copyOf(lines.subList(0, before)),
                List.copyOf(lines.subList(before, between)),
                List.copyOf(lines.subList(between, after)));
    }

    /** The page's text: the dispatch amid the furniture. */
    String print(Dispatch dispatch) {
        var lines = new ArrayList<>(before);
        lines.add(dispatch.lead());
        lines.addAll(between);
        lines.addAll(dispatch.paragraphs());
        lines.addAll(after);
        return String.join("\n", lines);
    }
}
