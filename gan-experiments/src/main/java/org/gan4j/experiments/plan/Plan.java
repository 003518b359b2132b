package org.gan4j.experiments.plan;

import java.util.Collections;
import java.util.List;

/**
 * Plan of an experiment: what any engine needs to run it.
 *
 * @param header what it was made from and with
 * @param jobs in an order in which each comes after those whose runs it reads; those that the experiment's table needs,
 *     and those that these read
 */
public record Plan(PlanHeader header, List<PlannedJob> jobs) {
    /** Checks that the jobs are numbered from 1. */
    public Plan {
        jobs = Collections.unmodifiableList(jobs);
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).number() != i + 1) {
                throw new IllegalArgumentException("job " + (i + 1) + " of the plan has the number "
                        + jobs.get(i).number());
            }
        }
    }

    /** Returns the job of a number; it must be one of {@link #jobs}. */
    public PlannedJob job(int number) {
        return jobs.get(number - 1);
    }
}
