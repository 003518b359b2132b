package org.gan4j.core.config;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * A Guice module that adds strategies, with a public constructor without arguments.
 *
 * <p>It is found by itself when its jar names it in {@code META-INF/services/org.gan4j.core.config.Gan4jModule}, and by
 * its class name with {@code --module}. Extend {@link com.google.inject.AbstractModule} and implement this:
 *
 * <pre>{@code
 * public final class MyModule extends AbstractModule implements Gan4jModule {
 *     protected void configure() {
 *         strategies(binder(), AdversarialLoss.class).bind("my-loss", MyLoss.class);
 *     }
 * }
 * }</pre>
 */
public interface Gan4jModule extends Module {
    /**
     * Returns the modules that jars on the class path name, sorted by class name.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#USAGE} when a jar names one that cannot be made
     */
    static List<Gan4jModule> discover(ClassLoader loader) {
        List<Gan4jModule> modules = new ArrayList<>();
        try {
            ServiceLoader.load(Gan4jModule.class, loader).forEach(modules::add);
        } catch (ServiceConfigurationError e) {
            throw new UserError(
                            ExitCode.USAGE,
                            String.valueOf(e.getMessage()),
                            "META-INF/services/" + Gan4jModule.class.getName(),
                            "Correct the name in that file, or take the jar off the class path.")
                    .causedBy(e);
        }
        modules.sort((a, b) -> a.getClass().getName().compareTo(b.getClass().getName()));
        return Collections.unmodifiableList(modules);
    }

    /**
     * Returns the module of a class name.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#USAGE} when there is no such class, or it is not a module
     */
    static Gan4jModule named(String className, ClassLoader loader) {
        Class<?> type;
        try {
            type = Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw unusable(
                            className,
                            "no such class on the class path",
                            "Give the full name with its package, and put its jar or directory on the class path.")
                    .causedBy(e);
        }
        if (!Gan4jModule.class.isAssignableFrom(type)) {
            throw unusable(
                    className,
                    "the class does not implement " + Gan4jModule.class.getName(),
                    "Write: final class " + type.getSimpleName() + " extends AbstractModule implements Gan4jModule.");
        }
        try {
            return (Gan4jModule) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw unusable(
                            className,
                            "it cannot be made (" + e + ")",
                            "A module is a public class with a public constructor without arguments.")
                    .causedBy(e);
        }
    }

    private static UserError unusable(String className, String what, String fix) {
        return new UserError(ExitCode.USAGE, what, "module " + className, fix);
    }
}
