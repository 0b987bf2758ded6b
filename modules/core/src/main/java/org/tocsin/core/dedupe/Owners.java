package org.tocsin.core.dedupe;

import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who stands behind a source: its owner by the shipped table {@code owners.tsv}, else its
 * registrable domain by the public suffix list.
 */
public final class Owners {

    private static final Pattern NAMES = Pattern.compile("\\|");

    private final Map<String, String> byDomain;
    private final Map<String, List<Name>> byFirstWord;

    private final HashFilter firstWords = new HashFilter();

    /** A name under which others credit an owner: its words as they are written. */
    record Name(List<String> words, String owner) {}

    private Owners(Map<String, String> byDomain, Map<String, List<Name>> byFirstWord) {
        this.byDomain = byDomain;
        this.byFirstWord = byFirstWord;
        byFirstWord.keySet().forEach(word -> firstWords.add(Tokens.of(word).rawHash(0)));
    }

    /** The owners that come with the product. */
    public static Owners shipped() {
        var byDomain = new HashMap<String, String>();
        var byFirstWord = new HashMap<String, List<Name>>();
        try (var in = Owners.class.getResourceAsStream("owners.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> add(byDomain, byFirstWord, cells));
        } catch (IOException e) {
            throw new UncheckedIOException("owners.tsv", e);
        }
        byFirstWord
                .values()
                .forEach(
                        names ->
                                names.sort(
                                        (a, b) -> Integer.compare(b.words.size(), a.words.size())));
        return new Owners(byDomain, byFirstWord);
    }

    private static void add(
            Map<String, String> byDomain, Map<String, List<Name>> byFirstWord, String[] cells) {
        byDomain.put(cells[0], cells[1]);
        if (cells.length > 2) {
            for (String written : NAMES.split(cells[2])) {
                List<String> words = Credits.wordsOf(written);
                byFirstWord
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(new Name(words, cells[1]));
            }
        }
    }

    /**
     * The owner of a host name such as {@code www.bbc.co.uk}; text that is no host name is its own
     * owner.
     */
    public String of(String source) {
        String host = source.strip().toLowerCase(Locale.ROOT);
        for (String domain = host; domain.contains("."); domain = parent(domain)) {
            String owner = byDomain.get(domain);
            if (owner != null) {
                return owner;
            }
        }
        return registrable(host);
    }

    /** Holds the raw hash of each word, folded, that a name begins with. */
    HashFilter firstWords() {
        return firstWords;
    }

    /** The names that begin with that word, longest first. */
    List<Name> startingWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    private static String parent(String domain) {
        return domain.substring(domain.indexOf('.') + 1);
    }

    private static String registrable(String host) {
        if (!InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        // The list's own rule for what no rule matches is "*": the last label is the suffix. A
        // name that is a suffix itself, such as co.uk, stays whole.
        List<String> labels = name.parts();
        return name.hasPublicSuffix() || labels.size() < 2
                ? host
                : String.join(".", labels.subList(labels.size() - 2, labels.size()));
    }
}
