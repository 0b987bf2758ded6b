package org.tocsin.core.tag;

/**
 * What a sentence claims about an event. An event has one: the first that fits, in the order in
 * which they stand here.
 */
public enum Modality {
    /** Somebody refuses, rejects or rules it out (a verb of refusal). */
    REFUSED,
    /** It did not, does not or will not happen; it was called off; nobody agreed to it. */
    DENIED,
    /** It stood and was broken, collapsed, expired. */
    VIOLATED,
    /** It stood and was ended by decision. */
    ENDED,
    /** Background: it happened well before the article. */
    HISTORICAL,
    /** Somebody says they will do it to someone unless or if. */
    THREATENED,
    /** Somebody calls for it, urges it, proposes it to or seeks it from others. */
    DEMANDED,
    /** It may, might, would, could happen. */
    CONDITIONAL,
    /** It is promised, offered, planned, ordered, agreed, due. */
    ANNOUNCED,
    /** It is happening, or happened as the news of this article. */
    OCCURRED
}
