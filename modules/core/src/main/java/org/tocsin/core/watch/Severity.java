package org.tocsin.core.watch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much an alert matters, rising. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One step up; critical stays critical. */
    public Severity raised() {
        return values()[Math.min(ordinal() + 1, CRITICAL.ordinal())];
    }
}
