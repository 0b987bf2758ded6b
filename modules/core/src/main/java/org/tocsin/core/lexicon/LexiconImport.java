package org.tocsin.core.lexicon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.json.Json;

/**
 * Actors from files of other systems: tables (see {@link LexiconCsv}), dictionaries of Phoenix and
 * PETRARCH, entities of FollowTheMoney as OpenSanctions gives them, items of Wikidata; the last two
 * a JSON object a line. A line that cannot be read is refused by its number, the others are kept.
 */
public final class LexiconImport {

    /** The forms, by their names on the command line. */
    public enum Format {
        CSV,
        PHOENIX,
        FTM,
        WIKIDATA
    }

    private final Drafts drafts;
    private final List<LexiconEntry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private LexiconImport(Lexicon lexicon, Instant time) {
        this.drafts = new Drafts(lexicon, time);
    }

    /**
     * Reads a file.
     *
     * @param format how it is written; null to tell from its beginning
     * @param lexicon whose actors the file may mean, by Wikidata id or by name and country
     * @param time when its entries are said
     */
    public static Imported read(String text, Format format, Lexicon lexicon, Instant time) {
        Format written = format == null ? formatOf(text) : format;
        if (written == Format.CSV) {
            return LexiconCsv.read(text, time);
        }
        var reader = new LexiconImport(lexicon, time);
        if (written == Format.PHOENIX) {
            reader.readPhoenix(text);
        } else {
            reader.readLines(text, written);
        }
        return new Imported(reader.entries, reader.refusals);
    }

    static Format formatOf(String text) {
        String first =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .filter(line -> !line.equals("["))
                        .findFirst()
                        .orElse("");
        if (first.startsWith("{")) {
            return first.contains("\"schema\"") ? Format.FTM : Format.WIKIDATA;
        }
        boolean phoenix = text.lines().anyMatch(line -> line.matches(".*\\[[A-Z]{3,}( .*)?].*"));
        return phoenix && !first.contains(",") ? Format.PHOENIX : Format.CSV;
    }

    private void readPhoenix(String text) {
        PhoenixText.Read read = PhoenixText.read(text);
        refusals.addAll(read.refusals());
        for (PhoenixText.Entry entry : read.entries()) {
            keep(entry.line(), drafts.ofPhoenix(entry));
        }
    }

    private void readLines(String text, Format format) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            // A dump of Wikidata is one list, an item a line.
            String json = line.strip().replaceAll(",$", "");
            if (!json.isEmpty() && !json.equals("[") && !json.equals("]")) {
                readLine(number, json, format);
            }
        }
    }

    private void readLine(int number, String line, Format format) {
        JsonNode json;
        try {
            json = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            refusals.add(new Refusal(number, "not JSON: " + e.getOriginalMessage()));
            return;
        }
        keep(
                number,
                format == Format.FTM
                        ? FollowTheMoney.draft(json, drafts)
                        : WikidataItem.draft(json, drafts));
    }

    private void keep(int line, Drafts.Draft draft) {
        Optional<LexiconEntry> entry = draft.entry();
        if (entry.isPresent()) {
            entries.add(entry.get());
        } else {
            refusals.add(new Refusal(line, draft.fault()));
        }
    }
}
