package org.tocsin.gateway.route;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.tocsin.core.json.Json;

/**
 * Requests that never become any, so that no route sees them: no HTTP, headers or an address beyond
 * the limit (431, 414), a path that cannot be decoded. They are answered with a problem too, where
 * the server by itself would write a page of its own.
 */
final class Unreadable extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected boolean generateAcceptableResponse(
            Request request,
            Response response,
            Callback callback,
            String contentType,
            List<Charset> charsets,
            int code,
            String message,
            Throwable cause)
            throws IOException {
        String title = HttpStatus.getMessage(code);
        // What went wrong within is for the log, not for whoever asked.
        String detail = code >= 500 || message == null ? title : message;
        byte[] problem =
                Json.line(Problem.of(code, title, detail)).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }
}
