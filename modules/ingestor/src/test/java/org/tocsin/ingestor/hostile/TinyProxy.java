package org.tocsin.ingestor.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that knows CONNECT and nothing else, and remembers what it was asked. */
final class TinyProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final boolean refusing;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    TinyProxy(boolean refusing) throws IOException {
        this.refusing = refusing;
        listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The request lines so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                daemon(() -> tunnel(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void tunnel(Socket client) {
        try (client) {
            String request = head(client.getInputStream());
            asked.add(request.lines().findFirst().orElse(""));
            if (refusing || !request.startsWith("CONNECT ")) {
                client.getOutputStream()
                        .write(bytes("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
                return;
            }
            String target = request.split(" ")[1];
            int colon = target.lastIndexOf(':');
            int port = Integer.parseInt(target.substring(colon + 1));
            try (var server = new Socket(target.substring(0, colon), port)) {
                open.add(server);
                client.getOutputStream().write(bytes("HTTP/1.1 200 Connected\r\n\r\n"));
                daemon(() -> pass(server, client));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        } catch (IOException e) {
            // One of the two hung up.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (to;
                OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // One of the two hung up.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "tiny-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
