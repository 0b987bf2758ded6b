package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.core.lexicon.Lexicon;

/** What the check of rules takes for granted of every event. */
class RolesHoldTest {

    @Test
    void givesAnActorOneRoleAndTagsEveryoneWhoHasOne() throws IOException {
        var tagger = new Tagger(Lexicon.shipped());
        var roles = new ArrayList<String>();

        for (String sentence : sentences()) {
            Tags tags = tagger.tag(RuleExamplesTest.article(sentence));
            List<String> tagged = tags.actors().stream().map(ActorTag::id).toList();
            for (EventTag event : tags.events()) {
                assertThat(Collections.disjoint(event.actor(), event.target()))
                        .as(sentence)
                        .isTrue();
                assertThat(tagged)
                        .as(sentence)
                        .containsAll(event.actor())
                        .containsAll(event.target());
                roles.addAll(event.actor());
            }
        }

        assertThat(roles).hasSizeGreaterThan(100);
    }

    private static List<String> sentences() throws IOException {
        return Stream.concat(column("/tag/sentences.tsv", 0), column("/tag/developing.tsv", 1))
                .toList();
    }

    private static Stream<String> column(String file, int column) throws IOException {
        try (InputStream in = RolesHoldTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1)[column]);
        }
    }
}
