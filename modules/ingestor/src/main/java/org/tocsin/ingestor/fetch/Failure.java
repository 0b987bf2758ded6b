package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;

/** What kept a server from answering, for programs and for people. */
final class Failure {

    private static final int LONGEST = 300;

    private Failure() {}

    static Failed of(IOException e) {
        return Failed.because(cause(e), reason(e));
    }

    private static Cause cause(IOException e) {
        if (e instanceof UnknownHostException) {
            return e instanceof AddressGuard.Refused ? Cause.ADDRESS : Cause.NAME;
        }
        if (isTimeout(e)) {
            return Cause.TIMEOUT;
        }
        if (e instanceof Oversize || e instanceof MessageConstraintException) {
            return Cause.SIZE;
        }
        if (e instanceof Transport.Fault || e instanceof Freight.Crowded) {
            return Cause.OURS;
        }
        return e instanceof SSLException ? Cause.TLS : Cause.CONNECTION;
    }

    private static String reason(IOException e) {
        if (e instanceof AddressGuard.Refused) {
            return e.getMessage();
        }
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage();
        }
        if (e instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (isTimeout(e)) {
            return "no answer in time: " + e.getMessage();
        }
        if (e instanceof MessageConstraintException) {
            return "the headers, or a chunk's, are longer than the limit";
        }
        return said(e);
    }

    /** Over HTTP/2 the library resets the silent stream, with nothing but words to tell why. */
    private static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException
                || e instanceof HttpStreamResetException
                        && String.valueOf(e.getMessage()).startsWith("Timeout");
    }

    /** What a server wrote may stand in the message. */
    private static String said(IOException e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String clean = text.replaceAll("\\p{Cntrl}+", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
