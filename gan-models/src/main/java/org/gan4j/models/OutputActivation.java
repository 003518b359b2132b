package org.gan4j.models;

import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.nn.dense.Activation;

/** The last activation of a generator, which decides the values its samples can take. */
public enum OutputActivation {
    /** None: every real number. */
    LINEAR,
    /** 1 / (1 + exp(-x)): values between 0 and 1. */
    SIGMOID,
    /** The hyperbolic tangent: values between -1 and 1. */
    TANH;

    /** Returns the function. */
    public Activation activation() {
        return switch (this) {
            case LINEAR -> Activation.identity();
            case SIGMOID -> Activation.sigmoid();
            case TANH -> Activation.tanh();
        };
    }

    /** Returns the values that it can give. */
    public ValueRange range() {
        return switch (this) {
            case LINEAR -> ValueRange.UNBOUNDED;
            case SIGMOID -> new ValueRange(0, 1);
            case TANH -> new ValueRange(-1, 1);
        };
    }
}
