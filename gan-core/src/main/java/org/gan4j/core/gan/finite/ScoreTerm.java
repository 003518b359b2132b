package org.gan4j.core.gan.finite;

/** A term of a loss as a function of one score, with its derivative from the loss's own code. */
public interface ScoreTerm {
    /** Returns the term at each of these scores. */
    double[] values(double... scores);

    /** Returns the derivative of the term by the score at each of these scores; at a kink, one of the slopes there. */
    double[] slopes(double... scores);
}
