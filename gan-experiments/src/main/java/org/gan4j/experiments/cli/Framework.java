package org.gan4j.experiments.cli;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.plan.SourceCopy;
import org.gan4j.experiments.store.CodeFingerprint;

/** Everything that can be named, wired: the modules on the class path, the framework's five among them, and others named. */
public final class Framework {
    private final List<Module> modules;
    private final List<String> named;
    private final Injector injector;

    private Framework(List<Module> modules, List<String> named) {
        this.modules = modules;
        this.named = named;
        this.injector = wired(modules);
    }

    private static Injector wired(List<Module> modules) {
        try {
            Injector injector = Guice.createInjector(Stage.DEVELOPMENT, modules);
            injector.getInstance(StrategyRegistry.class);
            return injector;
        } catch (CreationException e) {
            throw unfit(e, e.getErrorMessages());
        } catch (ProvisionException e) {
            throw unfit(e, e.getErrorMessages());
        }
    }

    /**
     * Returns the error of modules that do not fit together, with the lines that bind where Guice knows them; a failure
     * inside of a module is left as it is.
     */
    private static RuntimeException unfit(RuntimeException thrown, Collection<Message> messages) {
        List<String> causes = new ArrayList<>();
        for (Message message : messages) {
            Throwable cause = message.getCause();
            if (cause instanceof IllegalArgumentException) {
                causes.add(cause.getMessage());
            } else if (cause != null) {
                return thrown;
            }
        }
        String what = causes.isEmpty() ? String.valueOf(thrown.getMessage()).strip() : String.join("\n", causes);
        return new UserError(
                        ExitCode.USAGE,
                        "modules do not fit together: " + what,
                        "strategies",
                        "Correct the module that binds it, or leave out the module.")
                .causedBy(thrown);
    }

    /**
     * Wires the framework.
     *
     * @param own modules made in code
     * @param classNames modules to be found by class name
     * @throws org.gan4j.core.io.UserError if one of the names is no module, or modules bind what does not fit together
     */
    public static Framework of(List<? extends Module> own, List<String> classNames) {
        ClassLoader loader = Framework.class.getClassLoader();
        List<Module> modules = new ArrayList<>(Gan4jModule.discover(loader));
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
