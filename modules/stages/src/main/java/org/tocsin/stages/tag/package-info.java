/** Stories in, tagged tellings out: the stage around {@link org.tocsin.core.tag.Tagger}. */
package org.tocsin.stages.tag;
