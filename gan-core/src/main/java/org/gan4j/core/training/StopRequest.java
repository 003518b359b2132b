package org.gan4j.core.training;

/** Request to stop after the step under way; it may come from another thread, such as the handler of Ctrl-C. */
public final class StopRequest {
    private volatile boolean requested;

    /** Asks the training to stop after the step under way. */
    public void request() {
        requested = true;
    }

    /** Tells whether a stop has been asked for. */
    public boolean requested() {
        return requested;
    }
}
