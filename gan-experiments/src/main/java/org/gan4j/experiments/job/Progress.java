package org.gan4j.experiments.job;

import java.util.SortedMap;

/** Told how far a run is. Nothing that it does can change a result. */
public interface Progress {
    /** A run of steps begins, at step 0 or after a resumed checkpoint's step. */
    void begin(String what, long fromStep, long toStep);

    /** Step {@code step} is done; {@code numbers} holds the latest losses by name. */
    void step(long step, SortedMap<String, Double> numbers);

    /** The run of steps has ended; {@code outcome} says how in a few words. */
    void end(String outcome);

    /** A line that stands for itself. */
    void message(String line);

    /** A line for the log of the run alone, not for whoever looks on. */
    default void note(String line) {}

    /** Returns one that shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String what, long fromStep, long toStep) {}

            @Override
            public void step(long step, SortedMap<String, Double> numbers) {}

            @Override
            public void end(String outcome) {}

            @Override
            public void message(String line) {}
        };
    }
}
