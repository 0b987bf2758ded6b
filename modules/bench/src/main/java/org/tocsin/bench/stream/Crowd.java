package org.tocsin.bench.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The clients: some follow, the others take nothing after the answer's head. */
public final class Crowd implements AutoCloseable {

    private static final String ASKING =
            "GET /api/v1/alerts/stream HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nLast-Event-ID: start\r\n\r\n";
    private static final int NARROW = 4 << 10;

    private final InetSocketAddress gateway;
    private final Delays delays;
    private final Selector selector;
    private final List<Ear> ears = new ArrayList<>();
    private final List<SocketChannel> stalled = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
    private final Thread thread = new Thread(this::follow, "crowd");
    private volatile boolean open = true;
    private volatile int lost;

    public Crowd(int port, Delays delays) throws IOException {
        this.gateway = new InetSocketAddress("127.0.0.1", port);
        this.delays = delays;
        this.selector = Selector.open();
    }

    /** Connects them, one after the other, and starts to follow. */
    public void gather(int followers, int stalling) throws IOException {
        for (int i = 0; i < followers; i++) {
            SocketChannel channel = connect(0);
            var ear = new Ear();
            ears.add(ear);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, ear);
        }
        for (int i = 0; i < stalling; i++) {
            stalled.add(connect(NARROW));
        }
        thread.start();
    }

    /** Returns when the gateway has answered, so that all are there when the first alert rings. */
    private SocketChannel connect(int receive) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (receive > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receive);
        }
        channel.connect(gateway);
        channel.write(ByteBuffer.wrap(ASKING.formatted(gateway.getPort()).getBytes(US_ASCII)));
        ByteBuffer head = ByteBuffer.allocate(32);
        if (channel.read(head) < 0) {
            throw new IOException("the gateway hangs up");
        }
        String status = new String(head.array(), 0, head.position(), US_ASCII);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the gateway answers " + status);
        }
        return channel;
    }

    private void follow() {
        try {
            while (open) {
                selector.select(this::read, 200);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                gone(key);
                return;
            }
            // One look at the clock for all that came at once, which came by then.
            long now = System.nanoTime();
            buffer.flip();
            ((Ear) key.attachment()).take(buffer, number -> delays.heard(number, now));
        } catch (IOException e) {
            gone(key);
        }
    }

    private void gone(SelectionKey key) {
        key.cancel();
        lost++;
    }

    /** Followers whom the gateway left. */
    public int lost() {
        return lost;
    }

    /** Stops listening; the rest may be asked after it. */
    public void stop() throws InterruptedException {
        open = false;
        thread.join();
    }

    /** Alerts that a follower did not hear, of those before that number, over all followers. */
    public long missed(int before) {
        return ears.stream().mapToLong(ear -> ear.missed(before)).sum();
    }

    /** Alerts that a follower heard again. */
    public long twice() {
        return ears.stream().mapToLong(Ear::twice).sum();
    }

    /**
     * How many of the stalled ones the gateway has cut off: these come to an end when they are read
     * at last.
     */
    public int cutOff() throws IOException {
        int ended = 0;
        for (SocketChannel channel : stalled) {
            ended += ends(channel) ? 1 : 0;
        }
        return ended;
    }

    private boolean ends(SocketChannel channel) throws IOException {
        channel.socket().setSoTimeout(50);
        byte[] bytes = new byte[64 << 10];
        try {
            var in = channel.socket().getInputStream();
            int count = in.read(bytes);
            while (count >= 0) {
                count = in.read(bytes);
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        for (SocketChannel channel : stalled) {
            channel.close();
        }
        selector.close();
    }
}
