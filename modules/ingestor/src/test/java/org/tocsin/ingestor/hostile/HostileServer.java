package org.tocsin.ingestor.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that answers each path with a misdeed, one request a connection, each on a
 * thread of its own. Closing it ends them all at once.
 */
public final class HostileServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final Map<String, Misdeed> misdeeds = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    private HostileServer(ServerSocketFactory sockets, String scheme) throws IOException {
        this.scheme = scheme;
        listener = sockets.createServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    public static HostileServer start() throws IOException {
        return new HostileServer(ServerSocketFactory.getDefault(), "http");
    }

    public static HostileServer start(SSLContext tls) throws IOException {
        return new HostileServer(tls.getServerSocketFactory(), "https");
    }

    /** What is asked for under this path, which begins with a slash; the URL to ask there. */
    public String at(String path, Misdeed misdeed) {
        misdeeds.put(path, misdeed);
        return url(path);
    }

    public String url(String path) {
        return url("127.0.0.1", path);
    }

    public String url(String host, String path) {
        return scheme + "://" + host + ":" + port() + path;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many requests came. */
    public int asked() {
        return asked.get();
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or a client that left before it came.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = head(socket);
            asked.incrementAndGet();
            String path = request.split("[ ?]", 3)[1];
            misdeeds.getOrDefault(path, Misdeed.status(404)).commit(line(socket, request));
        } catch (IOException | RuntimeException e) {
            // The visitor hung up, which is what most misdeeds deserve.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(Socket socket) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private Misdeed.Line line(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        return new Misdeed.Line() {
            @Override
            public String request() {
                return request;
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                out.write(bytes);
                out.flush();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                if (!time.isZero()) {
                    closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        };
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
