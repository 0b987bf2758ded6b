/**
 * How the stages stand, for those who operate them: who runs each, how far it is behind, and how
 * long news takes from its publication to the alert.
 *
 * <p>The stages tell nobody how they are; the broker knows. {@link
 * org.tocsin.gateway.pipeline.PipelineWatch} asks it every few seconds for their consumer groups,
 * the offsets these have committed and the ends of what they read. Records become time by what was
 * seen before: a group that stands where its topic ended forty seconds ago is forty seconds behind.
 * {@link org.tocsin.gateway.pipeline.Delays} measures what arrives at this gateway.
 */
package org.tocsin.gateway.pipeline;
