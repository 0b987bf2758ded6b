package org.tocsin.gateway.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.gateway.pipeline.Spread;
import org.tocsin.gateway.pipeline.Spread.Bar;

/** How long news takes, a row for each way. */
final class DelayDrawing {

    private static final List<Map.Entry<String, String>> WAYS =
            List.of(
                    Map.entry("whole", "From publication to the alert"),
                    Map.entry("reading", "From publication until the feed was read"),
                    Map.entry("tagging", "From reading until it was tagged"),
                    Map.entry("ringing", "From reading to the alert"));

    /** Steps of a bar's height: the policy allows no style written into an element. */
    private static final int STEPS = 10;

    private DelayDrawing() {}

    static String rows(Map<String, Spread> delays) {
        var rows = new StringBuilder();
        WAYS.forEach(way -> rows.append(row(way.getValue(), delays.get(way.getKey()))));
        return rows.toString();
    }

    private static String row(String words, Spread spread) {
        String number = "<td class=\"number\">";
        String head = "<tr><th scope=\"row\">" + words + "</th>" + number;
        if (spread == null) {
            return head
                    + String.join("</td>" + number, "–", "–", "–", "0")
                    + "</td><td><span class=\"aside\">nothing came since this gateway started</span></td></tr>";
        }
        return head
                + String.join(
                        "</td>" + number,
                        took(spread.median()),
                        took(spread.ninety()),
                        took(spread.ninetyNine()),
                        String.valueOf(spread.count()))
                + "</td><td>"
                + bars(spread.bars())
                + "</td></tr>";
    }

    private static String took(Duration span) {
        double seconds = span.toMillis() / 1_000d;
        return seconds < 10 ? String.format(Locale.ROOT, "%.1f s", seconds) : Drawn.span(span);
    }

    private static String bars(List<Bar> bars) {
        int most = Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(0));
        var drawn = new StringBuilder();
        var named = new ArrayList<String>();
        for (int n = 0; n < bars.size(); n++) {
            Bar bar = bars.get(n);
            String name =
                    bar.below() != null
                            ? "under " + Drawn.span(bar.below())
                            : "over " + (n == 0 ? "nothing" : Drawn.span(bars.get(n - 1).below()));
            name += ": " + bar.count();
            if (bar.count() > 0) {
                named.add(name);
            }
            drawn.append(
                    "<span class=\"s%d\" title=\"%s\"%s></span>"
                            .formatted(
                                    (STEPS * bar.count() + most - 1) / most,
                                    name,
                                    bar.count() == most ? " data-most" : ""));
        }
        return "<span class=\"bars\" role=\"img\" aria-label=\"%s\">%s</span>"
                .formatted(String.join(", ", named), drawn);
    }
}
