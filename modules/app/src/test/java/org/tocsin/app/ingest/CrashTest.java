package org.tocsin.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.ingest.IngestHall.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Verdict;

/** The ingestor as a process that is killed with SIGKILL while it works. */
class CrashTest {

    private static final int HOSTS = 8;
    private static final int CRASHES = 3;
    private static final Duration INTERVAL = Duration.ofMillis(300);

    /** From an answer until it is written takes some tens of milliseconds. */
    private static final int LONGEST_WAIT = 120;

    private final Random random = new Random(20);

    @TempDir private Path folder;
    private FeedHosts hosts;
    private IngestHall hall;

    @BeforeEach
    void start() throws Exception {
        hosts = new FeedHosts(HOSTS);
        hall = new IngestHall(folder);
        hall.configure(hosts.feeds(INTERVAL));
    }

    @AfterEach
    void stop() {
        hall.close();
        hosts.close();
    }

    @Test
    void losesNothingAndTellsNothingTwiceWhereverItIsKilled() throws Exception {
        for (int crash = 0; crash < CRASHES; crash++) {
            // While it waits for an answer; else shortly after, reading, writing or committing.
            hosts.delay(crash == 0 ? Duration.ofSeconds(5) : Duration.ZERO);
            int before = hosts.requests();
            Process child = hall.child("crashing");
            int enough = before + HOSTS * (1 + crash % 3);
            await("requests of a new process", () -> hosts.requests() >= enough);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT));
            child.destroyForcibly().waitFor();
        }
        hosts.rest();

        hall.child("crashing");

        await("every item", () -> hall.articles().size() >= hosts.guids().size());
        int asked = hosts.unchanged();
        await("another look at every feed", () -> hosts.unchanged() >= asked + 2 * HOSTS);
        List<Article> told = hall.articles();
        assertThat(told).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(told)
                .extracting(Article::guid)
                .containsExactlyInAnyOrderElementsOf(hosts.guids());
        assertThat(verdicts(told)).doesNotContain(Verdict.Kind.REPEAT, Verdict.Kind.REVISION);
    }

    private static List<Verdict.Kind> verdicts(List<Article> articles) {
        var deduper = new Deduper(new InMemoryArchive());
        return articles.stream()
                .sorted(Comparator.comparing(Article::fetched))
                .map(article -> deduper.tell(article).verdict().verdict())
                .toList();
    }
}
