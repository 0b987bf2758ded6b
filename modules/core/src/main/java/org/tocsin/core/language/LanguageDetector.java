package org.tocsin.core.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Tells a text's language: as declared, else by its script, else by OpenNLP's model of 183
 * languages on the first letters.
 */
public final class LanguageDetector {

    private static final int ENOUGH = 200;
    private static final int LEAST = 20;
    private static final double SURE = 0.02;

    /**
     * English is that much likelier before a letter is read: news is not alike in all languages.
     */
    private static final double PRIOR_OF_ENGLISH = 1.5;

    /** Names and headlines are too short to call a declaration wrong. */
    private static final int LEAST_TO_CONTRADICT = 100;

    private static final double SURE_TO_CONTRADICT = 0.1;
    private static final double TIMES = 3;

    private static final Set<String> KNOWN =
            Stream.of(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    /** ISO 639-3, as the model answers, to BCP 47's shortest. */
    private static final Map<String, String> SHORT =
            Stream.of(Locale.getISOLanguages())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    two -> Locale.forLanguageTag(two).getISO3Language(),
                                    two -> two,
                                    (one, other) -> one));

    /** What is declared as it should be needs no parsing. */
    private static final Set<String> PRIMARY =
            KNOWN.stream()
                    .filter(known -> known.equals(Locale.forLanguageTag(known).getLanguage()))
                    .collect(Collectors.toUnmodifiableSet());

    private LanguageDetector() {}

    /**
     * A BCP 47 primary subtag, or null when nothing is sure. {@code declared} may be null or
     * nonsense: it counts only if it is a known language.
     */
    public static String of(String declared, String text) {
        String said = declared(declared);
        if (said != null) {
            return said;
        }
        String sample = letters(text);
        if (sample.isEmpty()) {
            return null;
        }
        String byScript = byScript(sample);
        if (byScript != null) {
            return byScript;
        }
        return sample.length() < LEAST ? null : byModel(sample);
    }

    /**
     * The same for a declaration that may be a habit of software: it counts unless the text is in
     * letters that the language is not written in, or enough of it is surely in another language.
     */
    public static String plausible(String declared, String text) {
        String said = declared(declared);
        if (said == null) {
            return of(null, text);
        }
        String sample = letters(text);
        return Scripts.contradict(said, sample) || isSurelyNot(said, sample)
                ? of(null, text)
                : said;
    }

    /** A language that the model does not know, or finds about as likely, is not contradicted. */
    private static boolean isSurelyNot(String language, String sample) {
        if (sample.length() < LEAST_TO_CONTRADICT || byScript(sample) != null) {
            return false;
        }
        Language[] found = new LanguageDetectorME(Model.LOADED).predictLanguages(sample);
        double best = found[0].getConfidence();
        return best >= SURE_TO_CONTRADICT
                && SHORT.containsKey(found[0].getLang())
                && Stream.of(found)
                        .filter(one -> language.equals(SHORT.get(one.getLang())))
                        .findFirst()
                        .map(one -> one.getConfidence() * TIMES < best)
                        .orElse(false);
    }

    /** The primary subtag of a known language; null where none is declared. */
    public static String declared(String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        if (PRIMARY.contains(tag)) {
            return tag;
        }
        String primary = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return KNOWN.contains(primary) ? primary : null;
    }

    private static String letters(String text) {
        var sample = new StringBuilder(ENOUGH);
        for (int i = 0; i < text.length() && sample.length() < ENOUGH; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || c == '\'' || Character.isSurrogate(c)) {
                sample.append(c);
            } else if (sample.length() > 0 && sample.charAt(sample.length() - 1) != ' ') {
                sample.append(' ');
            }
        }
        return sample.toString().strip();
    }

    /** Scripts that one language of the news writes, or letters that only one has. */
    private static String byScript(String sample) {
        Character.UnicodeScript script = mainScript(sample);
        return switch (script) {
            case HEBREW -> "he";
            case GREEK -> "el";
            case HANGUL -> "ko";
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> sample.chars().anyMatch(c -> c >= 0x3040 && c <= 0x30FF) ? "ja" : "zh";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case THAI -> "th";
            case ARABIC -> has(sample, "پچژگ") || has(sample, "یک") ? "fa" : "ar";
            case CYRILLIC ->
                    has(sample, "іїєґ")
                            ? (has(sample, "ў") ? "be" : "uk")
                            : has(sample, "ыэё") ? "ru" : null;
            default -> null;
        };
    }

    private static boolean has(String sample, String anyOf) {
        return sample.toLowerCase(Locale.ROOT).chars().anyMatch(c -> anyOf.indexOf(c) >= 0);
    }

    private static Character.UnicodeScript mainScript(String sample) {
        return sample
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .collect(Collectors.groupingBy(s -> s, Collectors.counting()))
                .entrySet()
                .stream()
                .max(
                        Map.Entry.<Character.UnicodeScript, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.COMMON);
    }

    private static String byModel(String sample) {
        Language[] found = new LanguageDetectorME(Model.LOADED).predictLanguages(sample);
        Language best = found[0];
        for (Language one : found) {
            boolean english = one.getLang().equals("eng");
            if (english && one.getConfidence() * PRIOR_OF_ENGLISH > best.getConfidence()) {
                best = one;
            }
        }
        return best.getConfidence() < SURE ? null : SHORT.getOrDefault(best.getLang(), null);
    }

    /** Loaded when first needed: reading it takes a good part of a second. */
    private static final class Model {

        static final LanguageDetectorModel LOADED = load();

        /**
         * As {@link LanguageDetectorModel} reads it, but through a buffer: it asks for fourteen
         * megabytes byte by byte, and of an archive each costs a call to unpack it.
         */
        private static LanguageDetectorModel load() {
            try (InputStream in = LanguageDetector.class.getResourceAsStream("/" + resource());
                    var zip = new ZipInputStream(in)) {
                for (ZipEntry at = zip.getNextEntry(); at != null; at = zip.getNextEntry()) {
                    if (at.getName().equals("langdetect.model")) {
                        return new LanguageDetectorModel(
                                read(zip), Map.of(), new LanguageDetectorFactory());
                    }
                }
                throw new IllegalStateException("no langdetect.model in " + resource());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static MaxentModel read(InputStream in) throws IOException {
            var buffered = new DataInputStream(new BufferedInputStream(in, 1 << 16));
            return new GenericModelReader(new BinaryFileDataReader(buffered)).getModel();
        }

        private static String resource() {
            return "langdetect-183.bin";
        }
    }
}
