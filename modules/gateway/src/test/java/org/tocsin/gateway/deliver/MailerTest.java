package org.tocsin.gateway.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.gateway.deliver.Invented.NOON;
import static org.tocsin.gateway.deliver.Invented.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Severity;

/** Mail to a real server on this machine. */
@Timeout(300)
final class MailerTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Outcome send(String scheme, String login, Delivery... deliveries) {
        return send(scheme, login, server.getSmtp().getPort(), deliveries);
    }

    private static Outcome send(String scheme, String login, int port, Delivery... deliveries) {
        URI uri = URI.create(scheme + "://" + login + "127.0.0.1:" + port);
        var wording = new Wording(Optional.of(URI.create("https://tocsin.example")));
        try (var mailer = new Mailer(uri, "tocsin@desk.example", wording, CLOCK)) {
            return mailer.send(subscriber(), List.of(deliveries)).join();
        }
    }

    private static Subscriber subscriber() {
        return new Subscriber(
                "night",
                "The night desk",
                Subscriber.Kind.EMAIL,
                "ada@desk.example, bob@desk.example",
                List.of(),
                Severity.LOW,
                List.of(),
                "PT1H",
                Subscriber.State.ACTIVE,
                null,
                NOON,
                null,
                null,
                null,
                1);
    }

    private static Delivery delivery(String id, String headline) {
        return Delivery.of(alert(id, headline), "night", NOON, NOON);
    }

    @Test
    void sendsADigestThatAnyMailboxCanRead() throws Exception {
        server.setUser("tocsin", "a word");

        Outcome outcome =
                send(
                        "smtp+plain",
                        "tocsin:a%20word@",
                        delivery("a1", "Ferry <halted> before Sulmare"),
                        delivery("a2", "توقف العبّارة 🚢 في الميناء"));

        assertThat(outcome.verdict()).as(outcome.reason()).isEqualTo(Outcome.Verdict.TAKEN);
        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        var mail = mails[0];
        assertThat(mail.getSubject()).isEqualTo("2 alerts for The night desk");
        assertThat(Stream.of(mail.getAllRecipients()).map(Object::toString))
                .containsExactly("ada@desk.example", "bob@desk.example");
        var parts = (jakarta.mail.Multipart) mail.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("Ferry <halted> before Sulmare", "توقف العبّارة 🚢 في الميناء")
                .contains("https://tocsin.example/?thread=thread+a1");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("Ferry &lt;halted&gt; before Sulmare")
                .doesNotContain("<halted>");
    }

    @Test
    void writesALongSubjectOfAnyScriptSoThatItComesBackWhole() throws Exception {
        String headline = "محادثات السلام تستأنف 🕊 ".repeat(6).strip();

        send("smtp+plain", "", delivery("a1", headline));

        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("[high] " + headline);
    }

    @Test
    void saysNothingToAServerThatOffersNoTls() {
        Outcome outcome = send("smtp", "", delivery("a1", "Ferry halted"));

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.REFUSED);
        assertThat(outcome.reason()).contains("TLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void triesAgainLaterWhenNobodyAnswers() {
        int port = server.getSmtp().getPort();
        server.stop();

        Outcome outcome = send("smtp+plain", "", port, delivery("a1", "Ferry halted"));

        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.REFUSED);
    }
}
