package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.CommonWords;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/**
 * Writes {@code city-names.tsv}: what some four hundred cities, nearly all capitals among them, are
 * called in other languages, by the exemplar cities of time zones in the JDK's copy of Unicode
 * CLDR. These are in no public interface of the JDK, so the command runs with {@code --add-opens
 * jdk.localedata/sun.util.resources.cldr.ext=ALL-UNNAMED}.
 *
 * <p>Arguments: the folder of the lexicon's files, the file to write. What another actor is called
 * by and what is a common word of some language is left out.
 */
public final class CityNames {

    private static final List<String> LANGUAGES =
            List.of(
                    "ru", "uk", "ar", "fa", "he", "tr", "el", "zh", "ko", "ja", "fr", "es", "de",
                    "it", "pt", "pl");

    private static final String BUNDLE = "sun.util.resources.cldr.ext.TimeZoneNames_";
    private static final String CITY = "timezone.excity.";
    private static final String FILE = "city-names.tsv";

    /** A club, a people, a first name or a thing more often than the city. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "Meksyk",
                    "Roma",
                    "Lima",
                    "Victoria",
                    "Vittoria",
                    "Santo",
                    "Muskat",
                    "Berna",
                    "Male",
                    "Tunus",
                    "Sidney",
                    "Vienne",
                    "Madera",
                    "Reunião",
                    "Guadalupe",
                    "Guadalupa",
                    "Belén",
                    "Taiti",
                    "Septe",
                    "San Paolo",
                    "Santa Elena",
                    "Santa Helena",
                    "Sant’Elena",
                    "Sainte-Hélène",
                    "Święta Helena",
                    "San Bartolomé",
                    "São Bartolomeu",
                    "La Riunione",
                    "El Halil",
                    "Saint-Domingue");

    private static final int SHORTEST_LATIN = 5;

    private CityNames() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path folder = Path.of(arguments[0]);
        List<String> files = new ArrayList<>(Files.readAllLines(folder.resolve("files.txt")));
        files.removeIf(file -> file.isBlank() || file.startsWith("#") || file.equals(FILE));
        Lexicon lexicon = Lexicon.of(folder, files);
        var names = new TreeMap<String, Set<String>>();
        for (String language : LANGUAGES) {
            add(language, lexicon, names);
        }
        var lines = new ArrayList<String>();
        lines.add("# Made by org.tocsin.bench.lexicon.CityNames from Unicode CLDR (NOTICE).");
        lines.add("id\tnames");
        names.forEach((id, all) -> lines.add(id + "\t" + String.join("|", all)));
        Files.write(Path.of(arguments[1]), lines);
    }

    private static void add(String language, Lexicon lexicon, Map<String, Set<String>> names)
            throws ReflectiveOperationException {
        Object bundle = Class.forName(BUNDLE + language).getDeclaredConstructor().newInstance();
        Method contents = bundle.getClass().getDeclaredMethod("getContents");
        contents.setAccessible(true);
        CommonWords common = CommonWords.shipped();
        for (Object[] entry : (Object[][]) contents.invoke(bundle)) {
            String key = entry[0].toString();
            Actor city = key.startsWith(CITY) ? city(key, lexicon) : null;
            String name = entry[1].toString().replaceAll("\\s*[(\\[].*", "").strip();
            if (city != null
                    && isFit(name)
                    && lexicon.named(name).isEmpty()
                    && !common.contains(Fold.fold(name))) {
                names.computeIfAbsent(city.id(), id -> new LinkedHashSet<>()).add(name);
            }
        }
    }

    private static boolean isFit(String name) {
        boolean latin = Character.UnicodeScript.of(name.charAt(0)) == Character.UnicodeScript.LATIN;
        return !LEFT_OUT.contains(name)
                && !name.contains(",")
                && name.length() >= (latin ? SHORTEST_LATIN : 2);
    }

    /** The one place called like the last part of a zone's id; null for none or several. */
    private static Actor city(String key, Lexicon lexicon) {
        String english = key.substring(key.lastIndexOf('/') + 1).replace('_', ' ');
        List<Actor> places =
                lexicon.named(english).stream()
                        .filter(actor -> actor.type() == ActorType.PLACE)
                        .toList();
        return places.size() == 1 ? places.get(0) : null;
    }
}
