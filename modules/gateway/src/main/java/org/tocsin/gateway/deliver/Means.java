package org.tocsin.gateway.deliver;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;

/** A way to reach a subscriber. */
interface Means {

    /** Sends them together; never fails, an outcome says what came of it. */
    CompletableFuture<Outcome> send(Subscriber subscriber, List<Delivery> deliveries);
}
