package org.gan4j.experiments.cli;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.config.Names;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.plan.SourceCopy;

/**
 * Experiment in a single source file: compiled against the framework when it is run, in memory. It is bound to its name, and
 * so are the jobs in the file.
 */
final class SourceExperiment extends AbstractModule {
    private final SourceCopy source;
    private final LoadedSource compiled;
    private final Class<? extends Record> experiment;

    private SourceExperiment(SourceCopy source, LoadedSource compiled, Class<? extends Record> experiment) {
        this.source = source;
        this.compiled = compiled;
        this.experiment = experiment;
    }

    /**
     * Compiles a file.
     *
     * @throws org.gan4j.core.io.UserError with the compiler's messages, or if there is not exactly one experiment in it
     */
    static SourceExperiment compile(Path file) {
        if (!Files.isReadable(file)) {
            throw new UserError(ExitCode.USAGE, "there is no such readable file", file.toString(), "Check the path.");
        }
        try {
            return compile(new SourceCopy(String.valueOf(file.getFileName()), Files.readString(file)), file.toString());
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.USAGE, e);
        }
    }

    /**
     * Compiles a copy of a file.
     *
     * @param shown what messages call it
     */
    static SourceExperiment compile(SourceCopy source, String shown) {
        LoadedSource compiled = SourceCompiler.compile(source, shown);
        List<Class<? extends Record>> found = compiled.records(Experiment.class);
        if (found.size() != 1) {
            throw new UserError(
                    ExitCode.USAGE,
                    "it holds " + found.size() + " records that implement Experiment, but must hold one",
                    shown,
                    "Write: public record MyExperiment(...) implements Experiment<TrainingResult> { ... }");
        }
        return new SourceExperiment(source, compiled, found.get(0));
    }

    /** Returns the name of the experiment: that of its class in lower case with hyphens. */
    String name() {
        return Names.kebab(experiment);
    }

    /** Returns the file. */
    SourceCopy source() {
        return source;
    }

    /** Returns a digest of each class in the file, by name. */
    SortedMap<String, String> digests() {
        return compiled.digests();
    }

    @Override
    protected void configure() {
        strategies(binder(), Experiment.class).bind(name(), experiment);
        for (Class<? extends Record> job : compiled.records(Job.class)) {
            strategies(binder(), Job.class).bind(Names.kebab(job), job);
        }
    }
}
