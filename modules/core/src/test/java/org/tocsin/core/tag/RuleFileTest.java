package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events.yaml",
                "wordings.yaml",
                "stances.yaml",
                "languages/ar.yaml",
                "languages/de.yaml",
                "languages/es.yaml",
                "languages/fa.yaml",
                "languages/fr.yaml",
                "languages/ru.yaml",
                "languages/tr.yaml"
            })
    void readsTheRulesAsYamlDoes(String file) throws IOException {
        var expected = new ArrayList<Map<String, String>>();
        byYaml(file).forEach(rule -> expected.add(fields(rule)));

        List<Map<String, String>> read = RuleFile.read(Rules.lines(file));

        read.forEach(rule -> rule.keySet().removeAll(List.of("yes", "no")));
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic: talks",
                "- topic:",
                "- topic:talks",
                "- topic: talks # held",
                "- topic: \"talks\" held",
                "- topic: \"a \\\"talk\\\"\"",
                "- topic: @talks",
                "- topic: talks: held"
            })
    void refusesWhatYamlWouldReadOtherwise(String line) {
        assertThatThrownBy(() -> RuleFile.read(List.of(line)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(line);
    }

    /** The rules of a file, examples and all. */
    static JsonNode byYaml(String file) throws IOException {
        try (InputStream in = Rules.class.getResourceAsStream("/tag/" + file)) {
            return new YAMLMapper().readTree(in);
        }
    }

    private static Map<String, String> fields(JsonNode rule) {
        var fields = new HashMap<String, String>();
        rule.fieldNames().forEachRemaining(name -> fields.put(name, rule.get(name).asText()));
        fields.keySet().removeAll(List.of("yes", "no"));
        return fields;
    }
}
