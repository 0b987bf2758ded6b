package org.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.yaml.WatchlistYaml;

class SampleWatchlistsTest {

    @Test
    void isAcceptedAsItStands() {
        var reader = new WatchlistYaml(Lexicon.shipped());

        for (String file : SampleWatchlists.files()) {
            assertThat(reader.read(file, SampleWatchlists.text(file)).faults()).isEmpty();
        }
    }

    @Test
    void showsTheLanguageFeatureByFeature() {
        var all = new StringBuilder();
        for (String file : SampleWatchlists.files()) {
            all.append(SampleWatchlists.text(file));
        }

        assertThat(all.toString().lines().filter(line -> line.startsWith("id: ")).count())
                .isBetween(8L, 16L);
        assertThat(all.toString())
                .contains("within: sentence", "within: article", "within: story", "within: PT6H")
                .contains("origins: 2", "cooldown: ", "route: ", "severity: critical")
                .contains("AND NOT", " OR ", "NEAR/", "\"~2", "tanker*", "actor:Russia+")
                .contains("lang:ru", "source:", "title:", "type:armed-group");
    }
}
