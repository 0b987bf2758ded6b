package org.tocsin.core.watch.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.core.watch.Watchlist;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes watchlists with their keys in the contract's order, leaving out what is the default. */
final class WatchlistText {

    private WatchlistText() {}

    static String of(List<Watchlist> watchlists) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        var yaml = new Yaml(options);
        return watchlists.stream()
                .map(watchlist -> yaml.dump(fields(watchlist)))
                .collect(Collectors.joining("---\n"));
    }

    private static Map<String, Object> fields(Watchlist watchlist) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", watchlist.id());
        fields.put("title", watchlist.title());
        putUnless(watchlist.owner() == null, fields, "owner", watchlist.owner());
        fields.put("severity", watchlist.severity().id());
        fields.put("when", watchlist.when());
        fields.put("within", watchlist.within());
        fields.put("origins", watchlist.origins());
        fields.put("cooldown", watchlist.cooldown().toString());
        putUnless(watchlist.rate() == null, fields, "rate", watchlist.rate());
        putUnless(watchlist.quiet() == null, fields, "quiet", watchlist.quiet());
        putUnless(watchlist.budget() == null, fields, "budget", watchlist.budget());
        putUnless(watchlist.route() == null, fields, "route", watchlist.route());
        putUnless(!watchlist.isWatching(), fields, "state", watchlist.state().id());
        putUnless(watchlist.version() == 1, fields, "version", watchlist.version());
        return fields;
    }

    private static void putUnless(
            boolean left, Map<String, Object> fields, String key, Object value) {
        if (!left) {
            fields.put(key, value);
        }
    }
}
