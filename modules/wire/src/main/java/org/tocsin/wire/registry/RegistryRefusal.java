package org.tocsin.wire.registry;

import org.apache.kafka.common.errors.InvalidConfigurationException;

/**
 * The registry answered and said no: an incompatible schema (409), a subject or id that it does not
 * know (404), credentials that it does not take (401, 403), a request it does not understand (422).
 * Trying again does not help.
 */
public final class RegistryRefusal extends InvalidConfigurationException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorCode;

    public RegistryRefusal(String message, int status, int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** The HTTP status. What servers agree on, unlike {@link #errorCode()}. */
    public int status() {
        return status;
    }

    /** The registry's own code, such as 40403; the status where it gave none. */
    public int errorCode() {
        return errorCode;
    }
}
