/**
 * How fast names are found: {@link org.tocsin.bench.names.NamesBench} runs {@link
 * org.tocsin.bench.names.FindNames} under JMH for lexicons of several sizes, the product's index
 * beside a HashMap trie and AhoCorasickDoubleArrayTrie on one text.
 */
package org.tocsin.bench.names;
