package org.tocsin.gateway.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;

/**
 * A mail as it goes over the wire (RFC 5322, 2045 to 2047): plain text and HTML of the same alerts,
 * both in base64, so that neither line lengths nor any script matter.
 */
final class MailText {

    private static final String LINE = "\r\n";
    private static final int BYTES_A_WORD = 42;
    private static final int LONGEST_SUBJECT = 200;
    private static final Base64.Encoder BODY = Base64.getMimeEncoder(76, LINE.getBytes(UTF_8));

    private final Wording wording;
    private final String from;

    MailText(Wording wording, String from) {
        this.wording = wording;
        this.from = from;
    }

    String of(Subscriber subscriber, List<Delivery> deliveries, Instant now) {
        List<Alert> alerts =
                deliveries.stream().map(Delivery::alert).filter(Objects::nonNull).toList();
        String test = Wording.test(subscriber);
        String subject = alerts.isEmpty() ? "A test" : wording.subject(subscriber, alerts);
        String id = Envelope.id(deliveries);
        String boundary = "tocsin-" + id.replaceAll("[^A-Za-z0-9-]", "");
        return String.join(
                LINE,
                "From: Tocsin <" + from + ">",
                "To: " + subscriber.address().replaceAll("\\s*,\\s*", ", "),
                "Subject: " + encoded(Wording.cut(subject, LONGEST_SUBJECT)),
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC)),
                // The same at every attempt, so that a mailbox knows what it got twice.
                "Message-ID: <" + boundary + from.substring(from.indexOf('@')) + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
                "",
                part(boundary, "text/plain", alerts.isEmpty() ? test : plain(alerts)),
                part(boundary, "text/html", alerts.isEmpty() ? escaped(test) : html(alerts)),
                "--" + boundary + "--",
                "");
    }

    private static String part(String boundary, String type, String text) {
        return String.join(
                LINE,
                "--" + boundary,
                "Content-Type: " + type + "; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                BODY.encodeToString(text.getBytes(UTF_8)));
    }

    private String plain(List<Alert> alerts) {
        return alerts.stream()
                .map(
                        alert ->
                                alert.headline()
                                        + "\n"
                                        + wording.facts(alert)
                                        + "\n“"
                                        + wording.evidence(alert)
                                        + "”\n"
                                        + wording.link(alert).map(url -> url + "\n").orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private String html(List<Alert> alerts) {
        return alerts.stream()
                .map(
                        alert ->
                                "<p dir=\"auto\"><strong>%s</strong><br>%s<br>“%s”%s</p>"
                                        .formatted(
                                                escaped(alert.headline()),
                                                escaped(wording.facts(alert)),
                                                escaped(wording.evidence(alert)),
                                                wording.link(alert)
                                                        .map(MailText::anchor)
                                                        .orElse("")))
                .collect(Collectors.joining("\n", "<!doctype html><html><body>", "</body></html>"));
    }

    private static String anchor(String url) {
        return "<br><a href=\"" + escaped(url) + "\">Open</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Encoded words of whole characters, each on a line of its own (RFC 2047). */
    private static String encoded(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        for (int point : text.replaceAll("\\s+", " ").codePoints().toArray()) {
            String next = Character.toString(point);
            if ((word + next).getBytes(UTF_8).length > BYTES_A_WORD) {
                words.append(word(word)).append(LINE).append(' ');
                word.setLength(0);
            }
            word.append(next);
        }
        return words.append(word(word)).toString();
    }

    private static String word(CharSequence text) {
        byte[] bytes = text.toString().getBytes(UTF_8);
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
