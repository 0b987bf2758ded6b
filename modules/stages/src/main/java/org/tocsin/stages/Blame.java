package org.tocsin.stages;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.tocsin.wire.registry.RegistryRefusal;

/**
 * Whether a failure says something about the record or about the world around it.
 *
 * <p>A record is only given up for its own faults. While the registry is down or a disk fails,
 * every record would fail: then the stage stops and tries again, and no dead letter is written.
 */
final class Blame {

    private static final Set<Class<? extends Throwable>> THE_WORLD =
            Set.of(
                    RetriableException.class,
                    AuthenticationException.class,
                    AuthorizationException.class,
                    ProcessorStateException.class,
                    TaskCorruptedException.class,
                    TaskMigratedException.class,
                    Error.class);

    private static final int NOT_FOUND = 404;

    private Blame() {}

    static boolean liesWithTheRecord(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(Blame::isOfTheWorld);
    }

    private static boolean isOfTheWorld(Throwable cause) {
        // An id that no registry knows came with the record; a refused schema or password did not.
        if (cause instanceof RegistryRefusal refusal) {
            return refusal.status() != NOT_FOUND;
        }
        return THE_WORLD.stream().anyMatch(type -> type.isInstance(cause));
    }
}
