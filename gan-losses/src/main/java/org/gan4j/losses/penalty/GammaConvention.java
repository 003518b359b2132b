package org.gan4j.losses.penalty;

/** Convention of what gamma multiplies in {@link R1} and {@link R2}. */
public enum GammaConvention {
    /** gamma / 2 E |grad s|^2, as the paper writes it. */
    PAPER(0.5),

    /** gamma E |grad s|^2, without the half, as the code released with the paper computes it. */
    RELEASED_CODE(1);

    private final double factor;

    GammaConvention(double factor) {
        this.factor = factor;
    }

    /** Returns the weight of E |grad s|^2. */
    double weight(double gamma) {
        return factor * gamma;
    }
}
