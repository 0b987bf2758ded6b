package org.tocsin.bench.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes {@code state-names.tsv}: what states are called in other languages, by the JDK's copy of
 * Unicode CLDR, and their official names by opensanctions/rigour.
 *
 * <p>Arguments: territories.jsonl, the lexicon's states.tsv, the file to write.
 */
public final class StateNames {

    private static final List<String> LANGUAGES =
            List.of(
                    "ru", "uk", "ar", "fa", "he", "tr", "el", "zh", "zh-Hant", "ko", "ja", "fr",
                    "es", "de", "it", "pt", "nl", "pl");

    /** Names that are words of other languages, or of too many things at once. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "Island",
                    "Fas",
                    "Çin",
                    "Çad",
                    "Inde",
                    "Dominique",
                    "Malte",
                    "Grenade",
                    "Maurice",
                    "Chili",
                    "Chine",
                    "Polen",
                    "Gana",
                    "Gine",
                    "Tunus",
                    "Того",
                    "Congo",
                    "Kongo",
                    "Indie",
                    "Dania",
                    "Danii",
                    "Chade",
                    "Cipro",
                    "Maurício",
                    "Cambogia");

    private StateNames() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, JsonNode> territories = territories(Path.of(arguments[0]));
        var lines = new ArrayList<String>();
        lines.add(
                "# Made by org.tocsin.bench.lexicon.StateNames from Unicode CLDR and rigour (NOTICE).");
        lines.add("id\tnames");
        for (String row : Files.readAllLines(Path.of(arguments[1]))) {
            String[] cells = row.split("\t", -1);
            if (!row.startsWith("#") && !cells[0].equals("id")) {
                lines.add(cells[0] + "\t" + String.join("|", names(cells, territories)));
            }
        }
        Files.write(Path.of(arguments[2]), lines);
    }

    private static Map<String, JsonNode> territories(Path file) throws IOException {
        var mapper = new ObjectMapper();
        var territories = new HashMap<String, JsonNode>();
        for (String line : Files.readAllLines(file)) {
            JsonNode territory = mapper.readTree(line);
            territories.put(territory.get("code").asText(), territory);
        }
        return territories;
    }

    private static Set<String> names(String[] cells, Map<String, JsonNode> territories) {
        String code = cells[4];
        var names = new LinkedHashSet<String>();
        for (String language : LANGUAGES) {
            String name =
                    new Locale.Builder()
                            .setRegion(code.toUpperCase(Locale.ROOT))
                            .build()
                            .getDisplayCountry(Locale.forLanguageTag(language))
                            .replaceAll("\\s*\\(.*\\)", "");
            names.add(name);
            if (language.equals("pl")) {
                names.addAll(PolishCases.of(name));
            }
        }
        names.add(territories.get(code).get("full_name").asText());
        names.removeIf(name -> LEFT_OUT.contains(name) || name.length() < 2 || isLatinScrap(name));
        return names;
    }

    private static boolean isLatinScrap(String name) {
        return name.matches("\\p{IsLatin}{1,3}") || name.contains(",") || name.contains("&");
    }
}
