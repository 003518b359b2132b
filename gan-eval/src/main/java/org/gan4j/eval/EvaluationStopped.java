package org.gan4j.eval;

/** Signal that an evaluation ended early because a stop was asked for; it has changed nothing and can be begun anew. */
public final class EvaluationStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the signal. */
    public EvaluationStopped() {
        super("the evaluation was stopped");
    }
}
