/**
 * How dedupe fares as its window fills: {@link org.tocsin.bench.window.NewsFlow} makes news as they
 * are asked for, and {@link org.tocsin.bench.window.WindowBench} has each of them told.
 */
package org.tocsin.bench.window;
