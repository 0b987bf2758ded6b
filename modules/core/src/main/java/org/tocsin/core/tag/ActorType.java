package org.tocsin.core.tag;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What kind of thing can act or be acted on. */
public enum ActorType {
    PERSON("person"),
    COUNTRY("country"),
    ORGANISATION("organisation"),
    ARMED_GROUP("armed-group"),
    PLACE("place");

    private final String id;

    ActorType(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    public static Optional<ActorType> byId(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
