package org.gan4j.experiments.cli;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.Module;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gan4j.core.config.Names;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.Experiment;

/** An experiment in a single source file: compiled against the framework when it is run. */
final class SourceExperiment {
    private SourceExperiment() {}

    /**
     * Compiles a file and returns the record in it that is an experiment.
     *
     * @throws org.gan4j.core.io.UserError with the compiler's messages, or if there is not exactly one experiment in it
     */
    static Class<? extends Record> compile(Path source) {
        if (!Files.isReadable(source)) {
            throw new UserError(ExitCode.USAGE, "there is no such readable file", source.toString(), "Check the path.");
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserError(
                    ExitCode.USAGE,
                    "this Java has no compiler",
                    source.toString(),
                    "Set JAVA_HOME to a JDK (not a JRE), or compile the file and use --module.");
        }
        try {
            Path classes = new FileStore().createTemporaryDirectory("gan4j-experiment");
            StringWriter messages = new StringWriter();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
                List<String> options = List.of(
                        "-d", classes.toString(), "-cp", System.getProperty("java.class.path", ""), "-parameters");
                boolean compiled = compiler.getTask(
                                messages, files, null, options, null, files.getJavaFileObjects(source))
                        .call();
                if (!compiled) {
                    throw new UserError(
                            ExitCode.CONFIGURATION,
                            source + ": it does not compile:\n"
                                    + messages.toString().strip());
                }
            }
            return only(source, classes);
        } catch (IOException e) {
            throw InputErrors.cannotRead(source, ExitCode.USAGE, e);
        }
    }

    /** Returns the name of an experiment's class in lower case with hyphens. */
    static String name(Class<?> type) {
        return Names.kebab(type);
    }

    /** Returns a module that binds the experiment to its {@link #name}. */
    static Module module(Class<? extends Record> type) {
        return binder -> strategies(binder, Experiment.class).bind(name(type), type);
    }

    private static Class<? extends Record> only(Path source, Path classes) throws IOException {
        ClassLoader loader = loader(classes);
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .sorted()
                    .toList();
        }
        List<Class<? extends Record>> found = names.stream()
                .map(name -> load(loader, name))
                .filter(Experiment.class::isAssignableFrom)
                .filter(Record.class::isAssignableFrom)
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList();
        if (found.size() != 1) {
            throw new UserError(
                    ExitCode.USAGE,
                    "it holds " + found.size() + " records that implement Experiment, but must hold one",
                    source.toString(),
                    "Write: public record MyExperiment(...) implements Experiment<TrainingResult> { ... }");
        }
        return found.get(0);
    }

    /** Lives as long as the process: its classes are the experiment. */
    private static ClassLoader loader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, SourceExperiment.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is a URL", e);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled a moment ago", e);
        }
    }
}
