package org.tocsin.app.lines;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tocsin.core.article.Article;
import org.tocsin.core.json.ArticleJson;
import org.tocsin.core.json.ArticleJson.BadArticle;

/** The articles of a JSON Lines stream. Lines that are none are named to the user and skipped. */
public final class ArticleSource implements Closeable {

    private final String name;
    private final LineSource lines;
    private final PrintStream err;
    private Runnable letGo = () -> {};

    private ArticleSource(String name, InputStream in, PrintStream err) {
        this.name = name;
        this.lines = new LineSource(in);
        this.err = err;
    }

    /** {@code file} is a path, or null or {@code -} for standard input. */
    public static ArticleSource open(String file, Terminal terminal) throws IOException {
        if (file == null || file.equals("-")) {
            return new ArticleSource("stdin", terminal.in(), terminal.err());
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IOException(file + " is a folder");
        }
        try {
            return new ArticleSource(file, Files.newInputStream(path), terminal.err());
        } catch (NoSuchFileException e) {
            throw new IOException("no file " + file, e);
        }
    }

    /** The next article; null at the end. */
    public Article next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() != null) {
                report(line, line.fault());
            } else if (!line.text().isEmpty()) {
                try {
                    return ArticleJson.parse(line.text());
                } catch (BadArticle e) {
                    report(line, e.getMessage());
                }
            }
        }
        return null;
    }

    /**
     * What is held back by {@code out} goes out whenever the input has to be waited for, and before
     * a word is said of a later line.
     */
    public void beforeWaiting(JsonLines out) {
        letGo = out::flush;
        lines.beforeWaiting(letGo);
    }

    private void report(LineSource.Line line, String fault) {
        letGo.run();
        err.printf("%s:%d: %s%n", name, line.number(), fault);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
