package org.tocsin.gateway.opml;

import java.util.List;
import org.tocsin.core.feed.Feed;

/** Lists of feeds as OPML, in and out. */
public final class Opml {

    /** The namespace of the settings that OPML has no word for. */
    public static final String NAMESPACE = "urn:tocsin:feed";

    /** Bytes of a document. */
    public static final int LONGEST = 10_000_000;

    private Opml() {}

    /**
     * The feeds of a document, and what had to be left out.
     *
     * @param charset as the server names it; null where the document is to say
     * @throws BadOpml where the document is not well-formed, is no OPML, or is over its limits
     */
    public static FeedList read(byte[] document, String charset) throws BadOpml {
        if (document.length > LONGEST) {
            throw new BadOpml(Place.START, "a list has at most " + LONGEST + " bytes");
        }
        return new OpmlReader(OpmlText.of(document, charset)).read();
    }

    /** The feeds as OPML 2.0; reading it gives the same feeds. */
    public static String write(List<Feed> feeds) {
        return OpmlWriter.write(feeds);
    }
}
