package org.gan4j.experiments.job;

/** Thrown by a job that was asked to stop, after its state has been saved; the process ends with exit code 130. */
public final class InterruptedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;

    /** Creates the signal for a run whose checkpoint holds {@code step}. */
    public InterruptedRun(long step) {
        super("interrupted; the checkpoint of step " + step + " is saved");
        this.step = step;
    }

    /** Creates the signal for a run whose checkpoint holds {@code step}, with what told of the stop. */
    public InterruptedRun(long step, RuntimeException signal) {
        this(step);
        initCause(signal);
    }

    /** Returns the step of the saved checkpoint. */
    public long step() {
        return step;
    }
}
