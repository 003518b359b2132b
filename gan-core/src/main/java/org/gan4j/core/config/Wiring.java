package org.gan4j.core.config;

import java.util.List;
import java.util.Optional;

/** A whole configuration as a {@link WiringRule} sees it. */
public interface Wiring {
    /** A value in the configuration, with its path like {@code game.penalties.0}. */
    record Placed<T>(String path, T value) {}

    /** Returns all values of a type, at any depth, in the order of the record components. */
    <T> List<Placed<T>> all(Class<T> type);

    /** Returns the nearest value of a type that a value is part of; empty where there is none. */
    <T> Optional<Placed<T>> around(Placed<?> part, Class<T> type);

    /** Refuses the configuration because of a value; the message says what to use instead. */
    void refuse(Placed<?> value, String what);

    /** Warns of a value that can be used, though it is probably not what was meant. */
    void warn(Placed<?> value, String what);
}
