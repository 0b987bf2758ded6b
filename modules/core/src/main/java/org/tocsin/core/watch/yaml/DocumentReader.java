package org.tocsin.core.watch.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.WatchlistWarnings;
import org.tocsin.core.watch.query.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML document as a watchlist and collects all that is wrong with it. */
final class DocumentReader {

    private static final List<String> KEYS =
            List.of(
                    "id",
                    "title",
                    "owner",
                    "severity",
                    "when",
                    "within",
                    "origins",
                    "cooldown",
                    "quiet",
                    "budget",
                    "route",
                    "state",
                    "rate",
                    "version");

    private final String file;
    private final SourceText source;
    private final Lexicon lexicon;
    private final Map<String, String> fileOfId;
    private final List<WatchlistFault> faults = new ArrayList<>();
    private final Map<String, ScalarNode> values = new LinkedHashMap<>();
    private final Set<String> unread = new HashSet<>();
    private String id = "-";

    DocumentReader(String file, SourceText source, Lexicon lexicon, Map<String, String> fileOfId) {
        this.file = file;
        this.source = source;
        this.lexicon = lexicon;
        this.fileOfId = fileOfId;
    }

    /** In the order of the file. */
    List<WatchlistFault> faults() {
        return faults.stream()
                .sorted(
                        Comparator.comparingInt(WatchlistFault::line)
                                .thenComparingInt(WatchlistFault::column))
                .toList();
    }

    /** Empty for an empty document and for one with faults. */
    Optional<Watchlist> read(Node document) {
        if (isNull(document)) {
            return Optional.empty();
        }
        if (!(document instanceof MappingNode mapping)) {
            add(document, "expected a watchlist: lines of 'key: value'");
            return Optional.empty();
        }
        readIdFirst(mapping);
        mapping.getValue().forEach(this::readEntry);
        require("id", mapping);
        require("when", mapping);
        Watchlist watchlist = watchlist();
        check(watchlist);
        return faults.isEmpty() ? Optional.of(watchlist) : Optional.empty();
    }

    /** So that a fault above the id's line is reported under the id. */
    private void readIdFirst(MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("id")
                    && entry.getValueNode() instanceof ScalarNode value
                    && !value.getValue().isBlank()) {
                id = value.getValue();
            }
        }
    }

    private void readEntry(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!KEYS.contains(key)) {
            add(entry.getKeyNode(), "there is no key '" + key + "'" + Nearest.hint(key, KEYS));
        } else if (values.containsKey(key)) {
            add(entry.getKeyNode(), "'" + key + "' stands here twice");
        } else if (!(entry.getValueNode() instanceof ScalarNode value)) {
            unread.add(key);
            add(entry.getValueNode(), "'" + key + "' takes a single value");
        } else if (!isNull(value)) {
            values.put(key, value);
        }
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL)
                && node instanceof ScalarNode scalar
                && scalar.isPlain();
    }

    private void require(String key, MappingNode mapping) {
        boolean missing = !values.containsKey(key) || values.get(key).getValue().isBlank();
        if (missing && !unread.contains(key)) {
            Node at = values.containsKey(key) ? values.remove(key) : mapping;
            add(at, "a watchlist needs '" + key + "'");
        }
    }

    private Watchlist watchlist() {
        return new Watchlist(
                id,
                text("title"),
                text("owner"),
                choice("severity", Severity.values(), Severity::id),
                values.containsKey("when") ? text("when") : "",
                text("within"),
                number("origins"),
                duration("cooldown"),
                text("route"),
                number("version"),
                text("quiet"),
                values.containsKey("budget") ? number("budget") : null,
                choice("state", Watchlist.State.values(), Watchlist.State::id),
                text("rate"));
    }

    private String text(String key) {
        ScalarNode value = values.get(key);
        return value == null ? null : value.getValue();
    }

    private <E> E choice(String key, E[] choices, Function<E, String> idOf) {
        String text = text(key);
        List<String> ids = Arrays.stream(choices).map(idOf).toList();
        if (text != null && !ids.contains(text)) {
            add(
                    values.get(key),
                    "there is no " + key + " '" + text + "'" + Nearest.hint(text, ids));
            return null;
        }
        return text == null ? null : choices[ids.indexOf(text)];
    }

    private int number(String key) {
        String text = text(key);
        if (text != null && isAmbiguous(text)) {
            String message = "' is a whole number without a nought before it, found '";
            add(values.get(key), "'" + key + message + text + "'");
            return 1;
        }
        try {
            int number = text == null ? 1 : Integer.parseInt(text.strip());
            if (key.equals("version") && number < 1) {
                add(values.get(key), "a version counts from 1");
            }
            return number;
        } catch (NumberFormatException e) {
            add(values.get(key), "'" + key + "' is a whole number, found '" + text + "'");
            return 1;
        }
    }

    /** YAML 1.1 reads 010 as eight, YAML 1.2 as ten. */
    private static boolean isAmbiguous(String number) {
        return number.strip().matches("[-+]?0[0-9]+");
    }

    private Duration duration(String key) {
        String text = text(key);
        try {
            return text == null ? null : Duration.parse(text.strip());
        } catch (DateTimeException e) {
            add(
                    values.get(key),
                    "'" + key + "' is an ISO 8601 duration such as PT30M, found '" + text + "'");
            return null;
        }
    }

    private void check(Watchlist watchlist) {
        try {
            Rule.compile(watchlist, lexicon);
        } catch (BadWatchlist e) {
            // That there is no id or no rule has been said.
            e.faults().stream()
                    .filter(fault -> values.containsKey(fault.field()))
                    .forEach(this::add);
        }
        if (!values.containsKey("id")) {
            return;
        }
        String other = fileOfId.putIfAbsent(watchlist.id(), file);
        if (other != null) {
            String where = other.equals(file) ? "" : " in " + other;
            add(values.get("id"), "the id '" + id + "' is taken by a watchlist above" + where);
        }
    }

    /** What may not be meant in the watchlist that was read. */
    List<WatchlistFault> warnings(Watchlist watchlist) {
        return WatchlistWarnings.of(watchlist, lexicon).stream()
                .map(warning -> fault(placeOf(warning), "warning: " + warning.message()))
                .toList();
    }

    private void add(BadWatchlist.Fault fault) {
        add(placeOf(fault), fault.message());
    }

    private SourceText.Place placeOf(BadWatchlist.Fault fault) {
        return source.placeOf(values.get(fault.field()), fault.offset());
    }

    private void add(Node at, String message) {
        add(source.placeOf(at.getStartMark().getIndex()), message);
    }

    private void add(SourceText.Place place, String message) {
        faults.add(fault(place, message));
    }

    private WatchlistFault fault(SourceText.Place place, String message) {
        return new WatchlistFault(file, place.line(), place.column(), id, message);
    }
}
