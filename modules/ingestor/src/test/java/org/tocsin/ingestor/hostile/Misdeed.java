package org.tocsin.ingestor.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a hostile server does with a request: bytes, lies and pauses on the bare socket. */
@FunctionalInterface
public interface Misdeed {

    void commit(Line line) throws IOException, InterruptedException;

    /** The socket of one request. What is written goes out at once. */
    interface Line {

        /** The request's line and headers, as they came. */
        String request();

        void write(byte[] bytes) throws IOException;

        /** Returns early where the server is being stopped, and then the next write fails. */
        void pause(Duration time) throws InterruptedException;

        default void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A well-formed answer of status 200; headers as {@code Name: value}. */
    static Misdeed page(byte[] body, String... headers) {
        return line -> {
            line.write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n");
            for (String header : headers) {
                line.write(header + "\r\n");
            }
            line.write("\r\n");
            line.write(body);
        };
    }

    static Misdeed page(String body, String... headers) {
        return page(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Misdeed status(int status, String... headers) {
        return line ->
                line.write(
                        "HTTP/1.1 %d So\r\n%s\r\nContent-Length: 0\r\n\r\n"
                                .formatted(status, String.join("\r\n", headers)));
    }

    static Misdeed redirect(String to) {
        return status(302, "Location: " + to);
    }

    /** The bytes, and then nothing more: the connection closes. */
    static Misdeed raw(String text) {
        return line -> line.write(text);
    }

    /** The beginning once, then the rest again and again, with that pause between. */
    static Misdeed endless(String beginning, String again, Duration pause) {
        byte[] more = again.getBytes(StandardCharsets.UTF_8);
        return line -> {
            line.write(beginning);
            while (true) {
                line.write(more);
                line.pause(pause);
            }
        };
    }
}
