package org.tocsin.wire.settings;

import java.util.List;

/**
 * The environment does not make sense; {@link #faults()} has all that is wrong with it, a line
 * each.
 */
public final class BadSettings extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    BadSettings(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
