/**
 * The life of an alert thread: what a telling means to the threads of its story or window.
 *
 * <p>{@link org.tocsin.core.watch.thread.Watcher} takes tellings in order and gives alerts. What it
 * remembers lies behind {@link org.tocsin.core.watch.thread.StoryMemory} and {@link
 * org.tocsin.core.watch.thread.WindowMemory}, so that the command line and the stream decide by the
 * same code. Rules over a sentence, an article or a story are decided by {@link
 * org.tocsin.core.watch.thread.StoryWatcher}, which needs to see a story's tellings only; rules
 * over a span of time by {@link org.tocsin.core.watch.thread.WindowWatcher}, which needs to see all
 * that contributes to one rule. {@link org.tocsin.core.watch.thread.ThreadLife} says what rings.
 *
 * <p>Time is {@link org.tocsin.core.article.Article#eventTime}; nothing reads a clock.
 */
package org.tocsin.core.watch.thread;
