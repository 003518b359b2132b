package org.gan4j.core.game;

import java.util.Objects;

/** A loss, a parameter or another value of a game became infinite or undefined. */
public final class NonFiniteValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final double value;

    /**
     * Names the value.
     *
     * @param name where it occurred, such as "loss/d"
     * @param value NaN or an infinity
     */
    public NonFiniteValueException(String name, double value) {
        super(name + " is " + value);
        this.name = Objects.requireNonNull(name, "name is null");
        this.value = value;
    }

    /** Returns where it occurred, such as "loss/d". */
    public String name() {
        return name;
    }

    /** Returns NaN or an infinity. */
    public double value() {
        return value;
    }
}
