package org.gan4j.experiments.run;

import org.gan4j.experiments.plan.PlanHeader;

/**
 * Experiment that a run belongs to, noted in the run; nothing is computed from it.
 *
 * @param name under which it was started
 * @param directory the name of the experiment's directory: runs elsewhere belong to other experiments
 * @param json the resolved experiment as one line
 */
public record Origin(String name, String directory, String json) {
    /** Returns the experiment of a plan. */
    public static Origin of(PlanHeader header) {
        return new Origin(header.experiment(), header.directory(), header.configuration());
    }
}
