package org.gan4j.experiments.run;

import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.io.RunLock;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.plan.Plan;
import org.gan4j.experiments.plan.PlanFile;
import org.gan4j.experiments.plan.Planner;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.FinishedRuns;
import org.gan4j.experiments.store.RunDirectory;

/**
 * Runner of experiments in this process: plans the jobs, runs them, and reports, all under the lock of the experiment's
 * directory.
 */
public final class ExperimentRunner {
    private final Surroundings surroundings;
    private final Planner planner;
    private final Engine engine;
    private final Reporter reporter;

    /**
     * Creates a runner.
     *
     * @param reader knows the names of all strategies
     * @param surroundings places and people to tell
     * @param code of this process
     */
    public ExperimentRunner(ConfigurationReader reader, Surroundings surroundings, RunningCode code) {
        this.surroundings = surroundings;
        FinishedRuns finished = new FinishedRuns(surroundings.runs(), surroundings.files(), code.fingerprint());
        this.planner = new Planner(reader, finished, code);
        this.engine = new LocalEngine(new JobRunner(reader, surroundings, code));
        this.reporter = new Reporter(reader, surroundings);
    }

    /**
     * Runs what is not finished yet and tabulates.
     *
     * @param name under which the experiment is started
     * @param configuration the resolved experiment
     * @throws org.gan4j.experiments.job.InterruptedRun if the user asked to stop; the run under way has been saved
     * @throws org.gan4j.core.io.UserError if a run was made by other code and the policy does not accept it, or another
     *     process runs this experiment
     */
    public ExperimentReport run(
            String name, Configuration<? extends Experiment<?>> configuration, ResumePolicy policy) {
        ExperimentDirectory home = ExperimentDirectory.of(surroundings.runs(), name, configuration.sha256());
        Plan plan = planner.plan(name, configuration, home);
        surroundings.files().createDirectories(home.path());
        try (RunLock lock = RunLock.acquire(home.path())) {
            surroundings.files().removeLeftovers(home.path());
            RunDirectory.deleteDiscarded(home.path(), surroundings.files());
            PlanFile.write(surroundings.files(), home.plan(), plan);
            reporter.writeInputs(home, plan.header(), configuration);
            home.makeLatest(surroundings.files(), name);
            engine.run(plan, policy);
            return reporter.report(home);
        }
    }
}
