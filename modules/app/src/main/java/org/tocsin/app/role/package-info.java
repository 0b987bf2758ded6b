/**
 * Systems put together from the parts: a class a role, which reads like a parts list.
 *
 * <p>A {@link org.tocsin.app.role.Part} is something that runs; an {@link
 * org.tocsin.app.role.Ensemble} are those that run in this process, started in order, ended
 * together, and lost together when one of them cannot go on.
 */
package org.tocsin.app.role;
