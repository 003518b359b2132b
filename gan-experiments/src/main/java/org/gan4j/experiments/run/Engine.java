package org.gan4j.experiments.run;

import org.gan4j.experiments.plan.Plan;

/** Way to run the jobs of a plan: each into its own directory, and nothing else. */
@FunctionalInterface
public interface Engine {
    /**
     * Runs what is not finished yet.
     *
     * @throws org.gan4j.experiments.job.InterruptedRun if the user asked to stop; runs under way have been saved
     * @throws org.gan4j.core.io.UserError if a run cannot be used or written
     */
    void run(Plan plan, ResumePolicy policy);
}
