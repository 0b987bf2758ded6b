package org.tocsin.gateway.deliver;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.wire.settings.DeliverSettings;

/** Which addresses a subscriber may have here, before anything is sent to it. */
public final class Addresses {

    private static final int MOST_MAILBOXES = 50;

    /** What RFC 5321 allows without quotes, and nothing that could end a header. */
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private final TargetGuard guard;
    private final boolean mails;

    public Addresses(DeliverSettings settings) {
        this.guard = new TargetGuard(settings.allow());
        this.mails = settings.smtp().isPresent();
    }

    /** Why not, for people; empty where it may. */
    public Optional<String> fault(Subscriber.Kind kind, String address) {
        if (kind == Subscriber.Kind.EMAIL) {
            return mailFault(address);
        }
        try {
            guard.target(address);
            return Optional.empty();
        } catch (TargetGuard.Refused e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> mailFault(String address) {
        if (!mails) {
            return Optional.of("no mail server is set: see TOCSIN_DELIVER_SMTP");
        }
        String[] mailboxes = address.split(",", -1);
        if (mailboxes.length > MOST_MAILBOXES) {
            return Optional.of("at most " + MOST_MAILBOXES + " addresses");
        }
        for (String mailbox : mailboxes) {
            if (!MAILBOX.matcher(mailbox.strip()).matches()) {
                return Optional.of("'" + mailbox.strip() + "' is no mail address");
            }
        }
        return Optional.empty();
    }
}
