package org.tocsin.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.audit.AuditCheck.Mark;

class AuditChainTest {

    @Test
    void aChainThatNobodyTouchedIsSound() {
        List<AuditEntry> chain = chain("a", "b", "c");

        var result = check(chain, null);

        assertThat(result.fault()).isNull();
        assertThat(result.to()).isEqualTo(3);
        assertThat(result.head()).isEqualTo(chain.get(2).hash());
    }

    /** Whoever verifies with a program of their own must come to the same. */
    @Test
    void theHashIsThatOfTheDocumentation() {
        var entry =
                new AuditEntry(
                        "harbour",
                        "watchlist",
                        AuditEntry.Action.CREATED,
                        1,
                        "zoë",
                        Instant.ofEpochMilli(1_700_000_000_123L),
                        null,
                        "{}",
                        null);

        String hash = AuditChain.after(null, entry).hash();

        // By Python's hashlib over the same fields.
        assertThat(hash)
                .isEqualTo("d6f392278646878fd6ee40a57ba32b27d1fdf0a8a59f2c971dcc4ae3ba92a3f2");
    }

    @Test
    void aChangedEntryIsFound() {
        List<AuditEntry> chain = chain("a", "b", "c");
        AuditEntry b = chain.get(1);
        chain.set(1, entry("x").chained(b.number(), b.previous(), b.hash()));

        assertThat(check(chain, null).fault()).startsWith("number 2 was changed");
    }

    @Test
    void aRewrittenEntryIsFoundByTheNext() {
        List<AuditEntry> chain = chain("a", "b", "c");
        chain.set(1, AuditChain.after(chain.get(0), entry("x")));

        assertThat(check(chain, null).fault()).isEqualTo("number 3 does not continue number 2");
    }

    @Test
    void anEntryTakenOutIsFound() {
        List<AuditEntry> chain = chain("a", "b", "c");
        chain.remove(1);

        assertThat(check(chain, null).fault()).isEqualTo("number 1 is followed by number 3");
    }

    @Test
    void anEntrySlippedInWithoutAHashIsFound() {
        List<AuditEntry> chain = chain("a", "b");
        chain.add(entry("x"));

        assertThat(check(chain, null).fault()).contains("without a hash");
    }

    @Test
    void whatWasKeptElsewhereShowsACutEndAndARewrittenChain() {
        List<AuditEntry> chain = chain("a", "b", "c");
        var mark = new Mark(3, chain.get(2).hash());

        assertThat(check(chain, mark).sound()).isTrue();
        assertThat(check(chain.subList(0, 2), mark).fault()).isEqualTo("number 3 is missing");
        assertThat(check(chain("a", "b", "x"), mark).fault())
                .contains("not the entry that you know");
    }

    @Test
    void whatEndedWithTimeAndWhatIsOlderThanTheChainAreNoFaults() {
        List<AuditEntry> chain = chain("a", "b", "c");
        var mark = new Mark(1, chain.get(0).hash());

        assertThat(check(chain.subList(1, 3), mark).sound()).isTrue();

        chain.add(0, entry("old"));
        assertThat(check(chain, null).sound()).isTrue();
        assertThat(check(chain, null).unchained()).isEqualTo(1);
    }

    private static AuditCheck.Result check(List<AuditEntry> chain, Mark known) {
        var check = new AuditCheck(known);
        chain.forEach(check::read);
        return check.result();
    }

    private static List<AuditEntry> chain(String... objects) {
        var chain = new ArrayList<AuditEntry>();
        for (String object : objects) {
            AuditEntry last = chain.isEmpty() ? null : chain.get(chain.size() - 1);
            chain.add(AuditChain.after(last, entry(object)));
        }
        return chain;
    }

    private static AuditEntry entry(String object) {
        return new AuditEntry(
                object,
                "watchlist",
                AuditEntry.Action.CHANGED,
                2,
                "ada",
                Instant.ofEpochMilli(1_700_000_000_000L),
                "{\"id\":\"" + object + "\"}",
                "{}",
                null);
    }
}
