package org.tocsin.ingestor.push;

/**
 * How pushing goes: subscriptions of our feeds by state, and what hubs sent here since we started.
 * {@code silent} are active ones that are not relied on; {@code accepted} was told to the owners of
 * the feeds, {@code refused} was no callback of ours or not signed as agreed.
 */
public record PushStatus(
        int asked, int active, int silent, int denied, long accepted, long refused) {

    /** Without a public address there is no pushing. */
    public static final PushStatus NONE = new PushStatus(0, 0, 0, 0, 0, 0);
}
