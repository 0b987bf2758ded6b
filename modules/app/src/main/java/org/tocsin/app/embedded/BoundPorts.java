package org.tocsin.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The sockets of the node, bound before the node starts: a taken port is found before anything is
 * written, and with port 0 the addresses can be advertised before anybody listens.
 */
final class BoundPorts implements ServerSocketFactory, AutoCloseable {

    private final Map<String, ServerSocketChannel> channels = new ConcurrentHashMap<>();

    /** Binds {@code port} (0: any free one) of loopback for the listener and returns the number. */
    int bind(String listener, int port) throws CannotStart {
        try {
            var channel = ServerSocketChannel.open();
            channels.put(listener, channel);
            channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return channel.socket().getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is taken; set TOCSIN_EMBEDDED_KAFKA_PORT to another".formatted(port),
                    e);
        }
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer)
            throws IOException {
        ServerSocketChannel channel = channels.remove(listener);
        if (channel == null) {
            throw new IOException("no socket was bound for " + listener);
        }
        // As Kafka's own factory does: its acceptor polls.
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void close() {
        for (ServerSocketChannel channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                // A socket that nobody took over; the process is about to give up anyway.
            }
        }
    }
}
