package org.tocsin.core.lexicon;

/** How a name names its actor, strongest first. */
public enum NameKind {
    /** A full name: {@code Vladimir Putin}, {@code NATO}. */
    FULL,
    /** A seat that speaks for its state: {@code the Kremlin}. */
    SEAT,
    /** A surname or short form that is enough alone: {@code Putin}. */
    ALIAS,
    /** An adjective, which names the actor only before its forces and officials. */
    ADJECTIVE
}
