package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.EventTopic;

class NearestTest {

    @Test
    void knowsNoWordForATopicThatThereIsNot() {
        assertThat(EventTopic.ids()).containsAll(OtherWords.topics());
    }

    @Test
    void namesEachOtherWordForOneTopicAlone() {
        assertThat(OtherWords.words())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(EventTopic.ids());
    }
}
