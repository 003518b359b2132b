package org.gan4j.experiments.cli;

import com.google.inject.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.experiments.cli.bench.BenchCommand;
import org.gan4j.experiments.cli.bench.BenchHost;
import org.gan4j.experiments.plan.PlanFile;
import org.gan4j.experiments.plan.PlanHeader;
import org.gan4j.experiments.store.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top of the command line: options that every command understands. */
@Command(
        name = "gan",
        description = "Research on generative adversarial networks: train, evaluate, tabulate.",
        versionProvider = GanCommand.Version.class,
        subcommands = {
            RunCommand.class,
            RunJobCommand.class,
            ResumeCommand.class,
            EvaluateCommand.class,
            SampleCommand.class,
            TableCommand.class,
            VerifyCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            DataCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a defect of GAN4J",
            "2:the command line was not understood",
            "3:the configuration is invalid",
            "4:training diverged: a value became infinite or undefined",
            "5:data are missing or not what they should be",
            "6:a checkpoint or a run cannot be used: damaged, or made otherwise",
            "7:results cannot be written",
            "8:another process is using the run directory",
            "9:the sources could not be built (from the launcher)",
            "10:no suitable Java (from the launcher)",
            "11:there is not enough memory",
            "130:interrupted, with a checkpoint saved"
        })
public final class GanCommand implements Runnable, BenchHost {
    private final List<Module> ownModules;
    private @Nullable Framework framework;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--module",
            scope = ScopeType.INHERIT,
            paramLabel = "CLASS",
            description = "a module of your own that adds strategies; may be given more than once")
    List<String> moduleNames = new ArrayList<>();

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "where the files of data sets are, a folder each; else $GAN4J_DATA, else the user's cache")
    @Nullable
    Path dataDirectory;

    @Option(
            names = "--runs-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "where runs are kept; else ./runs")
    Path runsDirectory = Path.of("runs");

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "show this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean version;

    GanCommand(List<? extends Module> ownModules) {
        this.ownModules = new ArrayList<>(ownModules);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec, "picocli sets this").commandLine(), "which command? See gan --help");
    }

    /** Returns the strategies, wired when first asked for, so that help needs none of it. */
    Framework framework() {
        if (framework == null) {
            framework = Framework.of(ownModules, moduleNames);
        }
        return framework;
    }

    /** Adds a module; what was wired without it is wired anew. */
    void add(Module module) {
        ownModules.add(module);
        framework = null;
    }

    /**
     * Adds the modules that a plan names and the experiment of its source, if it has these, before anything is wired.
     *
     * @param file the plan, for messages
     */
    void addModulesOf(PlanHeader header, Path file) {
        List<String> more = new ArrayList<>(header.modules());
        more.removeAll(moduleNames);
        if (moduleNames.addAll(more)) {
            framework = null;
        }
        header.source()
                .ifPresent(source ->
                        add(SourceExperiment.compile(source, "the copy of " + source.name() + " in " + file)));
    }

    /** Does as {@link #addModulesOf(PlanHeader, Path)} for a plan that may not be there. */
    void addModulesOf(Path plan) {
        if (Files.isRegularFile(plan)) {
            addModulesOf(PlanFile.read(plan).header(), plan);
        }
    }

    @Override
    public DataDirectory data() {
        return DataDirectory.choose(Optional.ofNullable(dataDirectory));
    }

    @Override
    public Class<?> program() {
        return Main.class;
    }

    /** Reads the version from the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gan4j " + Provenance.frameworkVersion()};
        }
    }
}
