package org.tocsin.bench.quality;

import java.util.Set;
import org.tocsin.core.article.Article;

/** A page and the truth about it: of which dispatch it is a print, of which story, edited how. */
public record Printed(Article article, String dispatch, String story, Set<Desk.Edit> edits) {}
