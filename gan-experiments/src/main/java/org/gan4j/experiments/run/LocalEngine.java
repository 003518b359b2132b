package org.gan4j.experiments.run;

import org.gan4j.experiments.plan.Plan;

/**
 * Engine of this process, now: the jobs of a plan one after the other.
 *
 * @param runner of single jobs
 */
public record LocalEngine(JobRunner runner) implements Engine {
    @Override
    public void run(Plan plan, ResumePolicy policy) {
        plan.jobs().forEach(job -> runner.run(job, Origin.of(plan.header()), policy));
    }
}
