package org.tocsin.gateway.desk;

/**
 * What a caller knows of the object that it wants to change. It is asked within the change, when
 * nobody else can write any more: a check before it would let another's change be lost in between.
 */
@FunctionalInterface
public interface Expected<V> {

    /** Whether the object that stands, null for none, is the one that the caller knows. */
    boolean holds(V now);

    /** Of a caller that changes whatever stands. */
    static <V> Expected<V> anything() {
        return now -> true;
    }

    /**
     * @throws Overtaken where something else stands
     */
    default void check(String what, V now) {
        if (!holds(now)) {
            throw new Overtaken(now == null ? what + " is not there" : what + " is another by now");
        }
    }
}
