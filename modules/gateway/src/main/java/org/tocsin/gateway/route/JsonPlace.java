package org.tocsin.gateway.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.tocsin.core.json.Json;

/** Which value of a JSON text stands at a line and column of it. */
final class JsonPlace {

    private JsonPlace() {}

    /**
     * A pointer (RFC 6901, as a fragment) to the innermost field there; {@code #} outside of all.
     *
     * @param line from 1
     * @param column from 1, in UTF-16 units
     */
    static String pointer(String json, int line, int column) {
        try (JsonParser parser = Json.mapper().createParser(json)) {
            String pointer = "";
            for (JsonToken token = parser.nextToken();
                    token != null && isAtOrBefore(parser, line, column);
                    token = parser.nextToken()) {
                pointer = parser.getParsingContext().pathAsPointer().toString();
            }
            return "#" + pointer;
        } catch (IOException e) {
            return "#";
        }
    }

    private static boolean isAtOrBefore(JsonParser parser, int line, int column) {
        var at = parser.currentTokenLocation();
        return at.getLineNr() < line || at.getLineNr() == line && at.getColumnNr() <= column;
    }
}
