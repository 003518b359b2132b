package org.gan4j.experiments.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.FinishedRuns;

/** Maker of plans: lists an experiment's jobs and those whose runs they read, each once, and names their directories. */
public final class Planner {
    private final JobConfigurations configurations;
    private final FinishedRuns finished;
    private final RunningCode code;

    /**
     * Creates a maker of plans.
     *
     * @param reader knows the names of all strategies
     * @param finished finds runs that need not be made again
     * @param code of this process
     */
    public Planner(ConfigurationReader reader, FinishedRuns finished, RunningCode code) {
        this.configurations = new JobConfigurations(reader);
        this.finished = finished;
        this.code = code;
    }

    /**
     * Returns the plan of an experiment.
     *
     * @param name under which it was started
     * @throws org.gan4j.core.io.UserError if the class of a job is not bound, with the line that binds it
     */
    public Plan plan(String name, Configuration<? extends Experiment<?>> experiment, ExperimentDirectory home) {
        Map<String, Configuration<Job<?>>> jobs = new LinkedHashMap<>();
        experiment.value().jobs().forEach(job -> add(job, jobs));
        List<Configuration<Job<?>>> all = new ArrayList<>(jobs.values());
        List<String> names = JobNames.of(all);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        all.forEach(job -> numbers.put(job.sha256(), numbers.size() + 1));
        List<Configuration<Job<?>>> own =
                experiment.value().jobs().stream().map(configurations::of).toList();
        List<PlannedJob> planned = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Configuration<Job<?>> job = all.get(i);
            String directory = home.name() + "/" + names.get(i);
            boolean read = own.stream().noneMatch(other -> other.sha256().equals(job.sha256()));
            Optional<String> elsewhere = read ? finished.find(job.sha256(), home.name()) : Optional.empty();
            List<Integer> after = job.value().needs().stream()
                    .map(need -> numbers.get(configurations.of(need).sha256()))
                    .toList();
            planned.add(new PlannedJob(i + 1, elsewhere.orElse(directory), job, after));
        }
        return new Plan(PlanHeader.here(name, home.name(), experiment.json(), code), planned);
    }

    /** Those whose runs a job reads come before it; equal jobs are one. */
    private void add(Job<?> job, Map<String, Configuration<Job<?>>> jobs) {
        Configuration<Job<?>> configuration = configurations.of(job);
        if (!jobs.containsKey(configuration.sha256())) {
            job.needs().forEach(need -> add(need, jobs));
            jobs.put(configuration.sha256(), configuration);
        }
    }
}
