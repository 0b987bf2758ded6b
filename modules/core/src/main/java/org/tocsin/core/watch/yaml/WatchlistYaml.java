package org.tocsin.core.watch.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Watchlist;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads files of watchlists, one or more YAML documents each. A file with a single fault yields no
 * watchlist at all, so that nobody believes to watch what is not watched.
 */
public final class WatchlistYaml {

    /** A hundred thousand watchlists in one file. */
    private static final int MOST_LETTERS = 64 << 20;

    /** Who saves more at once has a program write them. */
    private static final int MOST_WARNED = 1_000;

    private final Lexicon lexicon;
    private final boolean warns;

    public WatchlistYaml(Lexicon lexicon) {
        this(lexicon, false);
    }

    private WatchlistYaml(Lexicon lexicon, boolean warns) {
        this.lexicon = lexicon;
        this.warns = warns;
    }

    /** Also says what makes sense and may yet not be meant, which takes a while for each. */
    public WatchlistYaml warning() {
        return new WatchlistYaml(lexicon, true);
    }

    /** The watchlists of one file, or all that is wrong with it. */
    public WatchlistFile read(String fileName, String text) {
        return read(fileName, text, new HashMap<>());
    }

    /** Several files by name: an id may stand only once in all of them. */
    public WatchlistFile readAll(SortedMap<String, String> textByFile) {
        var watchlists = new ArrayList<Watchlist>();
        var faults = new ArrayList<WatchlistFault>();
        var warnings = new ArrayList<WatchlistFault>();
        var seen = new HashMap<String, String>();
        textByFile.forEach(
                (file, text) -> {
                    WatchlistFile read = read(file, text, seen);
                    watchlists.addAll(read.watchlists());
                    faults.addAll(read.faults());
                    warnings.addAll(read.warnings());
                });
        return new WatchlistFile(watchlists, faults, warnings);
    }

    /** The documents that {@link #read} reads as these very watchlists. */
    public static String write(List<Watchlist> watchlists) {
        return WatchlistText.of(watchlists);
    }

    private WatchlistFile read(String file, String marked, Map<String, String> seen) {
        String text = marked.startsWith("\ufeff") ? marked.substring(1) : marked;
        var watchlists = new ArrayList<Watchlist>();
        var faults = new ArrayList<WatchlistFault>();
        var warnings = new ArrayList<WatchlistFault>();
        try {
            for (Node document : new Yaml(options()).composeAll(new java.io.StringReader(text))) {
                var reader = new DocumentReader(file, new SourceText(text), lexicon, seen);
                Optional<Watchlist> read = reader.read(document);
                faults.addAll(reader.faults());
                if (warns && watchlists.size() < MOST_WARNED) {
                    read.ifPresent(watchlist -> warnings.addAll(reader.warnings(watchlist)));
                }
                read.ifPresent(watchlists::add);
            }
        } catch (MarkedYAMLException e) {
            faults.add(unreadable(file, text, e));
        } catch (YAMLException e) {
            faults.add(new WatchlistFault(file, 1, 1, "-", "not YAML: " + e.getMessage()));
        }
        if (watchlists.isEmpty() && faults.isEmpty()) {
            faults.add(new WatchlistFault(file, 1, 1, "-", "there is no watchlist in this file"));
        }
        return new WatchlistFile(watchlists, faults, warnings);
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_LETTERS);
        return options;
    }

    private static WatchlistFault unreadable(String file, String text, MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
        int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn();
        String[] lines = text.split("\\R", -1);
        boolean quoteFirst = line < lines.length && lines[line].matches("\\s*when:\\s*[\"'].*");
        String hint =
                quoteFirst
                        ? "; a rule that begins with a quote goes on lines of its own below 'when: >-'"
                        : "";
        return new WatchlistFault(
                file, line + 1, column + 1, "-", "not YAML: " + e.getProblem() + hint);
    }
}
