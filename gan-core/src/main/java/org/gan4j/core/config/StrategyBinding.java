package org.gan4j.core.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A name of a strategy family.
 *
 * @param family the interface it was bound to; the name is known in all families of the record
 * @param name the name in configurations; empty for the form a number takes
 * @param type the record
 * @param preset the instance the name stands for, made when it is needed; without one, the record with its own defaults
 * @param texts what is said of this name and not of the record
 */
public record StrategyBinding(
        Class<?> family,
        String name,
        Class<? extends Record> type,
        Optional<Supplier<? extends Record>> preset,
        Texts texts) {
    /** Returns one sentence on the name: its own, else that of its record; empty when there is neither. */
    public String summary() {
        return text(texts.about(), About::value);
    }

    /** Returns the formula of the name: its own, else that of its record; empty when there is neither. */
    public String formula() {
        return text(texts.formula(), About::formula);
    }

    /** Returns the paper of the name: its own, else that of its record; empty when there is neither. */
    public String paper() {
        return text(texts.paper(), About::paper);
    }

    private String text(String own, Function<About, String> ofRecord) {
        About about = type.getAnnotation(About.class);
        return own.isEmpty() && about != null ? ofRecord.apply(about) : own;
    }
}
