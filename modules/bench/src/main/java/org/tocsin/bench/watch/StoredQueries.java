package org.tocsin.bench.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.text.Words;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.EventClause;
import org.tocsin.core.watch.query.Query;

/**
 * The yardstick: the same rules as stored queries of Lucene's monitor, with its own presearcher. It
 * is given who and what an article is about as fields, and its words already folded.
 */
final class StoredQueries implements AutoCloseable {

    private final Monitor monitor;

    StoredQueries(List<Rule> rules) throws IOException {
        // Of its presearchers the one that is best at conjunctions.
        monitor = new Monitor(new StandardAnalyzer(), new MultipassTermFilteredPresearcher(2));
        for (int from = 0; from < rules.size(); from += 10_000) {
            var some = new ArrayList<MonitorQuery>();
            for (Rule rule : rules.subList(from, Math.min(rules.size(), from + 10_000))) {
                some.add(new MonitorQuery(rule.id(), query(rule.query()), null, Map.of()));
            }
            monitor.register(some);
        }
    }

    /** How many rules the article answers. */
    int matches(Document article) {
        try {
            return monitor.match(article, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document document(TaggedTelling told) {
        var document = new Document();
        String all =
                folded(told.telling().article().title()) + folded(told.telling().article().text());
        document.add(new TextField("WORD", all, Field.Store.NO));
        told.tags().actors().forEach(actor -> add(document, "ACTOR", actor.id()));
        for (EventTag event : told.tags().events()) {
            add(document, "CLAIM", EventClause.claim(event.topic(), event.modality()).text());
        }
        return document;
    }

    private static void add(Document document, String field, String term) {
        document.add(new StringField(field, term, Field.Store.NO));
    }

    private static String folded(String text) {
        var words = Words.of(text);
        var folded = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            folded.append(words.folded(i)).append(' ');
        }
        return folded.toString();
    }

    private static org.apache.lucene.search.Query query(Query query) {
        var joined = new BooleanQuery.Builder();
        if (query instanceof Query.And and) {
            and.parts().forEach(part -> joined.add(query(part), Occur.MUST));
            return joined.build();
        }
        var any = ((Clause) query).needs().get(0).any();
        any.forEach(term -> joined.add(query(term), Occur.SHOULD));
        return any.size() == 1 ? query(any.iterator().next()) : joined.build();
    }

    private static TermQuery query(org.tocsin.core.watch.query.Term term) {
        return new TermQuery(new Term(term.kind().name(), term.text()));
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
