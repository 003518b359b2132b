package org.gan4j.core.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Length of a training, and its listeners.
 *
 * @param until the number of steps after which to stop, counted from the very first step of the run
 * @param interval how often metrics are computed and reported, in steps: after the first step of a run, after every multiple
 *     of the interval, and after step {@code until} of a training that ends before the first multiple
 * @param listeners called in this order
 * @param stop interrupts the training: it is to be resumed later
 * @param early ends the training before all steps are taken: it is complete
 */
public record TrainingPlan(
        long until, long interval, List<TrainingListener> listeners, StopRequest stop, EarlyStop early) {
    public TrainingPlan {
        if (until < 0) {
            throw new IllegalArgumentException("until must be at least 0, but is " + until);
        }
        if (interval < 1) {
            throw new IllegalArgumentException("interval must be at least 1, but is " + interval);
        }
        listeners = Collections.unmodifiableList(new ArrayList<>(listeners));
        Objects.requireNonNull(stop, "stop is null");
        Objects.requireNonNull(early, "early is null");
    }

    /** Returns a plan that takes all its steps, unless it is interrupted. */
    public static TrainingPlan of(long until, long interval, List<TrainingListener> listeners, StopRequest stop) {
        return new TrainingPlan(until, interval, listeners, stop, EarlyStop.NEVER);
    }

    /** Returns a plan of so many steps, reporting to nobody. */
    public static TrainingPlan steps(long until) {
        return of(until, Math.max(1, until), List.of(), new StopRequest());
    }

    /** Tells whether the metrics of a step are reported. */
    boolean reports(long step) {
        boolean due = step == 1 || step % interval == 0 || (step == until && until < interval);
        return due && !listeners.isEmpty();
    }

    /** Returns this plan with metrics reported to one more listener at an interval. */
    public TrainingPlan reporting(long every, TrainingListener listener) {
        List<TrainingListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new TrainingPlan(until, every, more, stop, early);
    }

    /** Returns this plan ended as soon as a condition holds; its steps stay the most that are taken. */
    public TrainingPlan endedBy(EarlyStop condition) {
        return new TrainingPlan(until, interval, listeners, stop, condition);
    }
}
