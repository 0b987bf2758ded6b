package org.tocsin.gateway.deliver;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient.AUTH_METHOD;
import org.apache.commons.net.smtp.SMTPReply;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;

/**
 * Mail through the operator's server. {@code smtps} speaks TLS from the first byte, {@code smtp}
 * after STARTTLS, without which nothing is said; {@code smtp+plain}, for a relay on this machine,
 * never does. Certificates are those that this JVM trusts, and must name the server.
 */
final class Mailer implements Means, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int THREADS = 2;

    private final URI server;
    private final String from;
    private final MailText text;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        var thread = new Thread(work, "deliver-mail");
                        thread.setDaemon(true);
                        return thread;
                    });

    Mailer(URI server, String from, Wording wording, Clock clock) {
        this.server = server;
        this.from = from;
        this.text = new MailText(wording, from);
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Outcome> send(Subscriber subscriber, List<Delivery> deliveries) {
        String mail = text.of(subscriber, deliveries, clock.instant());
        List<String> to = List.of(subscriber.address().split("\\s*,\\s*"));
        return CompletableFuture.supplyAsync(() -> attempt(to, mail), threads);
    }

    private Outcome attempt(List<String> to, String mail) {
        long start = System.nanoTime();
        AuthenticatingSMTPClient client = null;
        try {
            client = connected();
            hand(client, to, mail);
            client.logout();
            return Outcome.taken(0, since(start));
        } catch (Said e) {
            return Outcome.refused(0, e.getMessage(), since(start));
        } catch (IOException | GeneralSecurityException e) {
            return Outcome.refused(0, "the mail server: " + e.getMessage(), since(start));
        } finally {
            disconnect(client);
        }
    }

    /** The server said no; the message is what it said. */
    private static final class Said extends IOException {
        private static final long serialVersionUID = 1L;

        Said(String what, AuthenticatingSMTPClient client) {
            super(what + ": the mail server answered " + client.getReplyString().strip());
        }
    }

    private AuthenticatingSMTPClient connected() throws IOException, GeneralSecurityException {
        boolean implicit = server.getScheme().equals("smtps");
        var client = new AuthenticatingSMTPClient(implicit, SSLContext.getDefault());
        client.setEndpointCheckingEnabled(true);
        client.setConnectTimeout((int) PATIENCE.toMillis());
        client.setDefaultTimeout((int) PATIENCE.toMillis());
        try {
            client.connect(server.getHost(), port());
            client.setSoTimeout((int) PATIENCE.toMillis());
            expect(SMTPReply.isPositiveCompletion(client.getReplyCode()), "greeting", client);
            greet(client);
            if (server.getScheme().equals("smtp")) {
                expect(client.execTLS(), "TLS", client);
                greet(client);
            }
            if (server.getUserInfo() != null) {
                String[] login = server.getUserInfo().split(":", 2);
                String password = login.length < 2 ? "" : login[1];
                expect(client.auth(AUTH_METHOD.PLAIN, login[0], password), "login", client);
            }
            return client;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            disconnect(client);
            throw e;
        }
    }

    private int port() {
        if (server.getPort() > 0) {
            return server.getPort();
        }
        return switch (server.getScheme()) {
            case "smtps" -> 465;
            case "smtp" -> 587;
            default -> 25;
        };
    }

    private void greet(AuthenticatingSMTPClient client) throws IOException {
        String us = from.substring(from.indexOf('@') + 1);
        expect(SMTPReply.isPositiveCompletion(client.ehlo(us)), "greeting", client);
    }

    private void hand(AuthenticatingSMTPClient client, List<String> to, String mail)
            throws IOException {
        expect(client.setSender(from), "sender " + from, client);
        for (String recipient : to) {
            expect(client.addRecipient(recipient), "recipient " + recipient, client);
        }
        try (Writer data = client.sendMessageData()) {
            expect(data != null, "mail", client);
            data.write(mail);
        }
        expect(client.completePendingCommand(), "mail", client);
    }

    private static void expect(boolean holds, String what, AuthenticatingSMTPClient client)
            throws Said {
        if (!holds) {
            throw new Said(what, client);
        }
    }

    private static void disconnect(AuthenticatingSMTPClient client) {
        try {
            if (client != null && client.isConnected()) {
                client.disconnect();
            }
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static int since(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
