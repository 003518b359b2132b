package org.gan4j.experiments.plan;

import java.util.List;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Names;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.Job;

/** Canonical texts of jobs: a job with the name of its type and all its settings, to text and back. */
public final class JobConfigurations {
    @SuppressWarnings("unchecked")
    private static final Class<Job<?>> FAMILY = (Class<Job<?>>) (Class<?>) Job.class;

    private final ConfigurationReader reader;

    /** Makes texts with the names that a reader knows. */
    public JobConfigurations(ConfigurationReader reader) {
        this.reader = reader;
    }

    /**
     * Returns the configuration of a job made in code.
     *
     * @throws UserError with {@link ExitCode#CONFIGURATION} if its class has no name, with the line that gives it one
     */
    public Configuration<Job<?>> of(Job<?> job) {
        try {
            return reader.resolve(job, FAMILY);
        } catch (IllegalArgumentException unnamed) {
            Class<?> type = job.getClass();
            throw new UserError(
                            ExitCode.CONFIGURATION,
                            "a job must have a name, so that its run can be resumed and planned: "
                                    + unnamed.getMessage(),
                            type.getName(),
                            "Add to your module: strategies(binder(), Job.class).bind(\"" + Names.kebab(type) + "\", "
                                    + type.getSimpleName() + ".class);")
                    .causedBy(unnamed);
        }
    }

    /**
     * Returns the job that a text says.
     *
     * @param source what messages call the text
     * @param overrides changes as {@code key.sub=value}
     * @throws org.gan4j.core.config.tree.ConfigurationException with everything that is wrong
     */
    public Configuration<Job<?>> parse(String text, String source, List<String> overrides) {
        return reader.parse(text, source, overrides, FAMILY);
    }
}
