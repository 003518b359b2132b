package org.gan4j.core.game;

import java.util.Objects;

/** A loss, a parameter or another value of a game became infinite or undefined. */
public final class NonFiniteValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final double value;
    private final String circumstances;

    /**
     * Names the value.
     *
     * @param name where it occurred, such as "loss/d"
     * @param value NaN or an infinity
     */
    public NonFiniteValueException(String name, double value) {
        this(name, value, "");
    }

    /**
     * Names the value and says what it was computed from.
     *
     * @param name where it occurred, such as "loss/d"
     * @param value NaN or an infinity
     * @param circumstances which loss it was, and the range of the scores; empty when nothing is known
     */
    public NonFiniteValueException(String name, double value, String circumstances) {
        super(sentence(name, value, circumstances));
        this.name = Objects.requireNonNull(name, "name is null");
        this.value = value;
        this.circumstances = circumstances;
    }

    /** Returns "loss/d is NaN: " and the circumstances. */
    public static String sentence(String name, double value, String circumstances) {
        return name + " is " + value + (circumstances.isEmpty() ? "" : ": " + circumstances);
    }

    /** Returns where it occurred, such as "loss/d". */
    public String name() {
        return name;
    }

    /** Returns NaN or an infinity. */
    public double value() {
        return value;
    }

    /** Returns which loss it was, and the range of the scores; empty when nothing is known. */
    public String circumstances() {
        return circumstances;
    }
}
