package org.tocsin.ingestor.push;

import java.io.IOException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a hub is told, once, from whatever thread knows it. */
record Reply(ResponseTrigger trigger, HttpContext context) {

    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** Plain text, and nothing that a browser could take for more: a challenge may be anything. */
    void send(int status, String text) {
        var response =
                AsyncResponseBuilder.create(status)
                        .addHeader("X-Content-Type-Options", "nosniff")
                        .setEntity(text, ContentType.TEXT_PLAIN)
                        .build();
        try {
            trigger.submitResponse(response, context);
        } catch (HttpException | IOException e) {
            LOG.debug("a hub left before its answer: {}", e.toString());
        }
    }
}
