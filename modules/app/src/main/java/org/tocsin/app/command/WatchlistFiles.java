package org.tocsin.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.yaml.WatchlistFile;
import org.tocsin.core.watch.yaml.WatchlistYaml;

/** The watchlists that a user names: a file, a folder of files, or {@code -} for standard input. */
final class WatchlistFiles {

    private WatchlistFiles() {}

    /**
     * All of them.
     *
     * @throws Failed when one is refused; the faults are told on standard error by then
     */
    static List<Watchlist> read(String place, Lexicon lexicon, Terminal terminal)
            throws IOException {
        return read(place, new WatchlistYaml(lexicon), terminal);
    }

    /** The same, where what may not be meant is told on standard error as well. */
    static List<Watchlist> readWarning(String place, Lexicon lexicon, Terminal terminal)
            throws IOException {
        return read(place, new WatchlistYaml(lexicon).warning(), terminal);
    }

    private static List<Watchlist> read(String place, WatchlistYaml yaml, Terminal terminal)
            throws IOException {
        SortedMap<String, String> texts = texts(place, terminal);
        if (texts.isEmpty()) {
            throw new Failed("there is no *.yaml or *.yml in " + place);
        }
        WatchlistFile read = yaml.readAll(texts);
        if (read.isRefused()) {
            read.faults().forEach(fault -> terminal.err().println(fault));
            throw new Failed(read.faults().size() + " faults; no watchlist was taken");
        }
        read.warnings().forEach(warning -> terminal.err().println(warning));
        return read.watchlists();
    }

    private static SortedMap<String, String> texts(String place, Terminal terminal)
            throws IOException {
        var texts = new TreeMap<String, String>();
        if (place.equals("-")) {
            texts.put("stdin", new String(terminal.in().readAllBytes(), UTF_8));
            return texts;
        }
        Path path = Path.of(place);
        if (!Files.exists(path)) {
            throw new Failed("no file " + place);
        }
        for (Path file : Files.isDirectory(path) ? yamlIn(path) : List.of(path)) {
            texts.put(file.toString(), text(file));
        }
        return texts;
    }

    private static List<Path> yamlIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Failed(file + ":1:1: -: not UTF-8", e);
        }
    }
}
