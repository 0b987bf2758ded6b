/**
 * The composition root: the only place that knows every part of the product.
 *
 * <p>{@link org.tocsin.app.Tocsin} is the process. {@code command} is what people type, {@code
 * role} puts parts together into running systems, {@code embedded} is the broker and registry
 * inside the JVM, {@code deadletter} looks after what could not be processed.
 */
package org.tocsin.app;
