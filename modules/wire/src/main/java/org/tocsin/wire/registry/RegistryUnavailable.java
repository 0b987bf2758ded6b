package org.tocsin.wire.registry;

import org.apache.kafka.common.errors.RetriableException;

/** No registry answered, or those that did were out of order. Trying again later may help. */
public final class RegistryUnavailable extends RetriableException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
