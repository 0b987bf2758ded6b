package org.tocsin.core.watch.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.ActorType;

/**
 * An actor as a rule names it: the name as {@code written}, the {@code ids} it stands for. {@code
 * widened} ({@code Russia+}) when its persons, groups and capital count as well; {@code types} are
 * the types of all of them.
 */
public record ActorName(String written, boolean widened, List<String> ids, Set<ActorType> types) {

    public ActorName {
        ids = ids.stream().distinct().sorted().toList();
        types = Set.copyOf(types);
    }

    String print() {
        return Quoting.name(written) + (widened ? "+" : "");
    }

    boolean isAmong(Collection<String> actors) {
        return ids.stream().anyMatch(actors::contains);
    }
}
