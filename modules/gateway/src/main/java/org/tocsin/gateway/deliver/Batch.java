package org.tocsin.gateway.deliver;

import java.util.List;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;

/** What goes out to a subscriber at once: one delivery, or those of a digest. */
record Batch(Subscriber subscriber, List<Delivery> deliveries) {}
