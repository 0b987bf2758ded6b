package org.tocsin.stages;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The brokers do not have what exactly-once needs: version 2 of transactions (KIP-890), which
 * brokers of Kafka 4.0 and newer offer. Under version 1 a late write can fall into the next
 * transaction.
 */
public final class UnfitBroker extends KafkaException {

    private static final long serialVersionUID = 1L;
    private static final String FEATURE = "transaction.version";
    private static final int NEEDED = 2;
    private static final int PATIENCE_SECONDS = 30;

    private UnfitBroker(String message) {
        super(message);
    }

    static void refuse(Properties properties) {
        String servers =
                String.valueOf(properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        int version = transactionVersion(properties, servers);
        if (version < NEEDED) {
            throw new UnfitBroker(
                    "the brokers at %s have %s %d; exactly-once needs %d: Kafka 4.0 or newer, and kafka-features upgrade --feature %s=%d"
                            .formatted(servers, FEATURE, version, NEEDED, FEATURE, NEEDED));
        }
    }

    private static int transactionVersion(Properties properties, String servers) {
        try (var admin = Admin.create(clientProperties(properties))) {
            Map<String, FinalizedVersionRange> features =
                    admin.describeFeatures()
                            .featureMetadata()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .finalizedFeatures();
            var range = features.get(FEATURE);
            return range == null ? 0 : range.maxVersionLevel();
        } catch (TimeoutException e) {
            throw new UnfitBroker("no broker answered at " + servers);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask the brokers at " + servers, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The connection without what only Kafka Streams understands. */
    private static Properties clientProperties(Properties properties) {
        var client = new Properties();
        AdminClientConfig.configNames().stream()
                .filter(properties::containsKey)
                .forEach(name -> client.put(name, properties.get(name)));
        return client;
    }
}
