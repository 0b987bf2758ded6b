package org.tocsin.wire.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Confluent's keys for serdes and their registry, with Confluent's defaults. Keys that are not here
 * are left alone, since serdes are handed the properties of their client as well.
 *
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/sr-client-configs.html">Confluent's
 *     reference</a>
 */
public final class RegistryConfig extends AbstractConfig {

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String NORMALIZE = "normalize.schemas";
    static final String MAX_SCHEMAS = "max.schemas.per.subject";
    static final String VALUE_STRATEGY = "value.subject.name.strategy";
    static final String KEY_STRATEGY = "key.subject.name.strategy";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRY_WAIT = "retries.wait.ms";
    static final String RETRY_MAX_WAIT = "retries.max.wait.ms";

    /** Keys that Confluent also reads with this in front, and TLS keys only so. */
    private static final String PREFIX = "schema.registry.";

    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

    private static final ConfigDef KEYS =
            new ConfigDef()
                    .define(URL, ConfigDef.Type.LIST, ConfigDef.Importance.HIGH, "Where it is")
                    .define(AUTO_REGISTER, BOOLEAN, true, LOW, "Add schemas that are new")
                    .define(USE_LATEST, BOOLEAN, false, LOW, "Write with the subject's last one")
                    .define(LATEST_STRICT, BOOLEAN, true, LOW, "Refuse a last one that differs")
                    .define(NORMALIZE, BOOLEAN, false, LOW, "Let the registry normalise")
                    .define(MAX_SCHEMAS, INT, 1000, atLeast(1), LOW, "Remembered a subject")
                    .define(VALUE_STRATEGY, STRING, TOPIC_NAME_STRATEGY, LOW, "Subjects' names")
                    .define(KEY_STRATEGY, STRING, TOPIC_NAME_STRATEGY, LOW, "Subjects' names")
                    .define(CREDENTIALS_SOURCE, STRING, "URL", LOW, "URL or USER_INFO")
                    .define(USER_INFO, PASSWORD, "", LOW, "user:password")
                    .define(CONNECT_TIMEOUT, INT, 60_000, atLeast(1), LOW, "To connect")
                    .define(READ_TIMEOUT, INT, 60_000, atLeast(1), LOW, "To be answered")
                    .define(MAX_RETRIES, INT, 3, atLeast(0), LOW, "After the first attempt")
                    .define(RETRY_WAIT, LONG, 1000L, atLeast(0), LOW, "Before the first retry")
                    .define(RETRY_MAX_WAIT, LONG, 20_000L, atLeast(0), LOW, "Before any retry")
                    .withClientSslSupport();

    /** The names of all keys, without prefix. */
    public static Set<String> keys() {
        return KEYS.names();
    }

    public RegistryConfig(Map<String, ?> configs) {
        super(KEYS, withoutPrefix(configs), false);
        if (getList(URL).isEmpty()) {
            throw new ConfigException(URL, getList(URL), "is empty");
        }
        refuseOtherStrategies(VALUE_STRATEGY);
        refuseOtherStrategies(KEY_STRATEGY);
        String source = getString(CREDENTIALS_SOURCE);
        if (!source.equals("URL") && !source.equals("USER_INFO")) {
            throw new ConfigException(CREDENTIALS_SOURCE, source, "is neither URL nor USER_INFO");
        }
    }

    /**
     * A broker's {@code ssl.*} keys must not leak into the registry's client; the prefixed ones are
     * the registry's.
     */
    private static Map<String, Object> withoutPrefix(Map<String, ?> configs) {
        var own = new HashMap<String, Object>();
        configs.forEach(
                (key, value) -> {
                    if (!key.startsWith("ssl.") && !key.startsWith(PREFIX)) {
                        own.put(key, value);
                    }
                });
        configs.forEach(
                (key, value) -> {
                    if (key.startsWith(PREFIX)) {
                        own.put(key.equals(URL) ? URL : key.substring(PREFIX.length()), value);
                    }
                });
        return own;
    }

    private void refuseOtherStrategies(String key) {
        String strategy = getString(key);
        if (!strategy.substring(strategy.lastIndexOf('.') + 1).equals(TOPIC_NAME_STRATEGY)) {
            throw new ConfigException(
                    key, strategy, "is not supported: subjects are named <topic>-value");
        }
    }

    public boolean registersSchemas() {
        return getBoolean(AUTO_REGISTER);
    }

    public boolean usesLatest() {
        return getBoolean(USE_LATEST);
    }

    public boolean isStrictAboutLatest() {
        return getBoolean(LATEST_STRICT);
    }

    int schemasPerSubject() {
        return getInt(MAX_SCHEMAS);
    }

    Password userInfo() {
        return getPassword(USER_INFO);
    }
}
