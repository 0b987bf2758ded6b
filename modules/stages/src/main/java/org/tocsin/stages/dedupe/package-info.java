/**
 * Articles in, stories out: the stage around {@link org.tocsin.core.dedupe.Deduper}.
 *
 * <p>{@link org.tocsin.stages.dedupe.SketchArticles} reads the words of articles on the partitions
 * they come on; behind it stands one line, in which {@link org.tocsin.stages.dedupe.StoryTeller}
 * takes them in the order that {@link org.tocsin.stages.order.ReorderWindow} gives back to them and
 * decides. What is remembered is an {@link org.tocsin.stages.dedupe.ArchiveStore}: a heap with a
 * changelog, which a crash does not lose.
 */
package org.tocsin.stages.dedupe;
