package org.tocsin.core.tag;

/** The witnesses that are heard on what the rules find in a text in English; of one thread. */
record Judges(TopicJudge topics, ModalityJudge modalities) {

    static Judges of(Rules rules) {
        return new Judges(new TopicJudge(rules), ModalityJudge.of(rules.modalities));
    }
}
