package org.tocsin.core.audit;

/**
 * Reads the audit from its oldest entry on and remembers the first place where the chain is broken.
 *
 * <p>The oldest entries end after a year, so a chain may begin at any number. A cut at the other
 * end cannot be seen from within: that takes a number and hash that somebody wrote down elsewhere.
 */
public final class AuditCheck {

    private final Mark known;
    private boolean met;
    private long unchained;
    private long entries;
    private AuditEntry first;
    private AuditEntry last;
    private String fault;

    /** An entry's number and hash, as somebody keeps them apart from the audit. */
    public record Mark(long number, String hash) {

        /**
         * From {@code NUMBER:HASH}.
         *
         * @throws IllegalArgumentException where it is not of that form
         */
        public static Mark of(String text) {
            if (!text.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a mark is NUMBER:HASH, not " + text);
            }
            int colon = text.indexOf(':');
            return new Mark(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }
    }

    /**
     * What was found: {@code entries} in the chain from number {@code from} to {@code to}, {@code
     * head} the hash of the last, {@code unchained} those from before there was a chain; {@code
     * fault} says what is wrong, null where nothing is.
     */
    public record Result(
            boolean sound,
            long entries,
            long from,
            long to,
            String head,
            long unchained,
            String fault) {}

    /**
     * @param known what must be in it; null for nothing in particular
     */
    public AuditCheck(Mark known) {
        this.known = known;
    }

    /** The next entry, in the order of the log. */
    public void read(AuditEntry entry) {
        if (entry.hash() == null) {
            unchained++;
            if (last != null) {
                faulty("an entry without a hash stands after number " + last.number());
            }
            return;
        }
        check(entry);
        if (known != null && known.number() == entry.number()) {
            met = true;
            if (!known.hash().equals(entry.hash())) {
                faulty("number %d is not the entry that you know".formatted(entry.number()));
            }
        }
        entries++;
        first = first == null ? entry : first;
        last = entry;
    }

    private void check(AuditEntry entry) {
        if (!AuditChain.hash(entry).equals(entry.hash())) {
            faulty(
                    "number %d was changed: its hash is not that of what it says"
                            .formatted(entry.number()));
        } else if (last != null && entry.number() != last.number() + 1) {
            faulty("number %d is followed by number %d".formatted(last.number(), entry.number()));
        } else if (last != null && !last.hash().equals(entry.previous())) {
            faulty(
                    "number %d does not continue number %d"
                            .formatted(entry.number(), last.number()));
        } else if (last == null && entry.number() == 1 && entry.previous() != null) {
            faulty("number 1 continues another chain");
        }
    }

    private void faulty(String what) {
        if (fault == null) {
            fault = what;
        }
    }

    /** What it came to, with all read. */
    public Result result() {
        boolean ended = first != null && known != null && known.number() < first.number();
        if (known != null && !met && !ended) {
            faulty("number %d is missing".formatted(known.number()));
        }
        return new Result(
                fault == null,
                entries,
                first == null ? 0 : first.number(),
                last == null ? 0 : last.number(),
                last == null ? null : last.hash(),
                unchained,
                fault);
    }
}
