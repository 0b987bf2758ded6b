package org.tocsin.stages.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;
import org.tocsin.stages.StageRig;
import org.tocsin.wire.topic.Topics;

class TagStageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Lexicon LEXICON = Lexicon.shipped();

    private final StageRig rig = StageRig.of(serdes -> new TagStage(serdes, LEXICON));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void keepsTheTopologyThatWasReviewed() {
        assertThat(rig.description()).isEqualTo(StageRig.reviewed("tag"));
    }

    @Test
    void tellsBesideTheTellingWhoAndWhatItIsAbout() {
        Telling telling = telling("Moscow said it would withdraw its troops from Syria.");

        rig.send(Topics.STORIES, "s-a", telling, NOON);

        TestRecord<String, TaggedTelling> record = rig.output(Topics.TAGGED).readRecord();
        assertThat(record.key()).isEqualTo("s-a");
        assertThat(record.getRecordTime()).isEqualTo(NOON);
        assertThat(record.value().telling()).isEqualTo(telling);
        assertThat(record.value().tags().actors())
                .extracting(ActorTag::id)
                .containsExactly("russia", "syria");
    }

    @Test
    void tagsAsTheCommandLineDoes() {
        Telling telling = telling("The two sides signed a ceasefire agreement in Geneva.");

        rig.send(Topics.STORIES, "s-a", telling, NOON);

        assertThat(rig.read(Topics.TAGGED)).containsExactly(new Tagger(LEXICON).tag(telling));
    }

    @Test
    void knowsAnAddedNameFromTheNextTellingOnAndTellsByWhichTagger() {
        Telling telling =
                telling("The Sulmare Harbour Guard said it would withdraw from the port.");
        var guard =
                new LexiconEntry(
                        "sulmare-harbour-guard",
                        "Sulmare Harbour Guard",
                        ActorType.ARMED_GROUP,
                        null,
                        null,
                        List.of(),
                        "ada",
                        NOON);

        rig.send(Topics.STORIES, "s-a", telling, NOON);
        rig.send(Topics.LEXICON, guard.id(), guard, NOON);
        rig.send(Topics.STORIES, "s-a", telling, NOON);
        rig.send(Topics.LEXICON, guard.id(), null, NOON);
        rig.send(Topics.STORIES, "s-a", telling, NOON);

        List<TaggedTelling> tagged = rig.read(Topics.TAGGED);
        assertThat(tagged)
                .extracting(each -> each.tags().actors().stream().map(ActorTag::id).toList())
                .containsExactly(List.of(), List.of(guard.id()), List.of());
        assertThat(tagged.get(0).tagger()).isNotBlank().isEqualTo(tagged.get(2).tagger());
        assertThat(tagged.get(1).tagger()).isNotEqualTo(tagged.get(0).tagger());
    }

    private static Telling telling(String text) {
        var article =
                new Article(
                        "a",
                        null,
                        null,
                        "sulmare-news.example",
                        null,
                        "",
                        text,
                        "en",
                        NOON,
                        null,
                        NOON,
                        List.of(),
                        List.of());
        return new Telling(
                article,
                new Verdict("a", Verdict.Kind.NEW, null, "s-a", 0, 1),
                "sulmare-news.example",
                false);
    }
}
