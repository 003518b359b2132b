package org.gan4j.experiments.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.binding.DataModule;
import org.gan4j.core.binding.GanModule;
import org.gan4j.core.binding.NetworksModule;
import org.gan4j.core.binding.OptimizersModule;
import org.gan4j.core.binding.SchemeModule;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.eval.binding.EvaluatorsModule;
import org.gan4j.experiments.paper.ExperimentsModule;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.plan.SourceCopy;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.losses.LossesModule;
import org.gan4j.losses.PenaltiesModule;
import org.gan4j.models.ModelsModule;

/** Everything that can be named, wired: the framework's modules, those on the class path, and a researcher's own. */
public final class Framework {
    private final List<Module> modules;
    private final List<String> named;
    private final Injector injector;

    private Framework(List<Module> modules, List<String> named) {
        this.modules = modules;
        this.named = named;
        this.injector = Guice.createInjector(Stage.DEVELOPMENT, modules);
    }

    /**
     * Wires the framework.
     *
     * @param own modules made in code
     * @param classNames modules to be found by class name
     * @throws org.gan4j.core.io.UserError if one of the names is no module
     */
    public static Framework of(List<? extends Module> own, List<String> classNames) {
        List<Module> modules = new ArrayList<>(List.of(
                new LossesModule(),
                new PenaltiesModule(),
                new ModelsModule(),
                new NetworksModule(),
                new OptimizersModule(),
                new EvaluatorsModule(),
                new DataModule(),
                new GanModule(),
                new SchemeModule(),
                new ExperimentsModule()));
        ClassLoader loader = Framework.class.getClassLoader();
        modules.addAll(Gan4jModule.discover(loader));
        classNames.forEach(name -> modules.add(Gan4jModule.named(name, loader)));
        modules.addAll(own);
        return new Framework(modules, classNames);
    }

    /** Returns the strategies by family and name. */
    public StrategyRegistry registry() {
        return injector.getInstance(StrategyRegistry.class);
    }

    /** Returns the reader of configurations. */
    public ConfigurationReader reader() {
        return injector.getInstance(ConfigurationReader.class);
    }

    /** Returns the code that runs: digests of all classes in the jars and directories of the modules, and whose they are. */
    public RunningCode code() {
        List<Class<?>> anchors = new ArrayList<>();
        modules.forEach(module -> anchors.add(module.getClass()));
        CodeFingerprint fingerprint = CodeFingerprint.of(anchors);
        Optional<SourceCopy> source = Optional.empty();
        for (Module module : modules) {
            if (module instanceof SourceExperiment single) {
                fingerprint = fingerprint.with(single.digests());
                source = Optional.of(single.source());
            }
        }
        return new RunningCode(fingerprint, named, source);
    }
}
