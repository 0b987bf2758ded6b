package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTextsTest {

    private final Deduper deduper = new Deduper(new InMemoryArchive());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "!",
                "ـ",
                "ـ ـ ـ ـ",
                "\u0301\u0301",
                "🙂🙂",
                "\ud800",
                "a",
                "1",
                "北",
                "北京",
                "\"",
                "«a",
                "....",
                "\n\n"
            })
    void tellsWhateverTheTextIs(String text) {
        assertThat(tell("a", "one.example", text, text).verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(tell("a", "one.example", text, text).verdict()).isEqualTo(Verdict.Kind.REPEAT);
    }

    @Test
    void comparesChineseByCharacters() {
        String text = "外交部发言人星期二在例行记者会上表示，双方将于下周在日内瓦举行新一轮会谈，讨论边境地区的停火安排以及人道主义物资的运输问题。";
        String other = "国家统计局星期二公布的数据显示，今年前三季度全国粮食产量比上年同期增长百分之二，其中小麦和玉米的增幅最大。";
        tell("a", "one.example", "外交部谈日内瓦会谈", text);

        assertThat(tell("b", "two.example", "双方下周会谈", "本报讯 " + text).verdict())
                .isEqualTo(Verdict.Kind.COPY);
        assertThat(tell("c", "two.example", "前三季度粮食产量增长", other).verdict())
                .isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void takesEqualTellingTitlesForCopiesWhereThereIsNoText() {
        String title = "Lower house in Brennland rejects budget, premier faces vote";
        tell("a", "one.example", title, "");

        assertThat(tell("b", "two.example", title, "").of()).isEqualTo("a");
        assertThat(tell("c", "three.example", "Morning briefing", "").of()).isNull();
        assertThat(tell("d", "four.example", "Morning briefing", "").of()).isNull();
    }

    @Test
    void findsASummaryInTheArticleItWasTakenFrom() {
        Wire.Story dam = Wire.story("dam", Wire.stories());
        String summary = dam.paragraphs().get(0);
        tell("a", "one.example", dam.title(), dam.text());

        assertThat(tell("b", "two.example", "Dam cracks", summary).of()).isEqualTo("a");
    }

    private Verdict tell(String id, String source, String title, String text) {
        return deduper.tell(Wire.article(id, source, title, text, Duration.ZERO)).verdict();
    }
}
