package org.gan4j.core.config;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A name of a strategy family.
 *
 * @param family the interface
 * @param name the name in configurations; empty for the form a number takes
 * @param type the record
 * @param preset the instance the name stands for, made when it is needed; without one, the record with its own defaults
 * @param about one sentence on this name; empty to say of it what is said of the record
 */
public record StrategyBinding(
        Class<?> family,
        String name,
        Class<? extends Record> type,
        Optional<Supplier<? extends Record>> preset,
        String about) {
    /** Returns one sentence on the name: its own, else that of its record; empty when there is neither. */
    public String summary() {
        About ofRecord = type.getAnnotation(About.class);
        return about.isEmpty() && ofRecord != null ? ofRecord.value() : about;
    }
}
