package org.gan4j.experiments.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A directory where a reader follows one page: its files, its classes and a {@code ./gan} over the tests' class path. */
final class ReaderDesk {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^public\\s+(?:final\\s+|sealed\\s+)?(?:class|record|interface|enum)\\s+(\\w+)");
    private static final Pattern MAIN = Pattern.compile("static\\s+void\\s+main\\s*\\(");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final String GAN = """
            #!/bin/sh
            [ -z "$ONLY_PARSE" ] || set -- "$@" --help
            exec "$READER_JAVA" -Xmx1g -cp "$READER_CLASS_PATH${GAN4J_CLASSPATH:+:$GAN4J_CLASSPATH}" \
                org.gan4j.experiments.cli.Main "$@"
            """;

    private final Path directory;
    private final Path classes;

    ReaderDesk(Path directory, Path root) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.classes = Files.createDirectories(directory.resolve("classes"));
        Path gan = Files.writeString(directory.resolve("gan"), GAN);
        assertThat(gan.toFile().setExecutable(true)).isTrue();
        copyTree(root.resolve("examples"), directory.resolve("examples"));
    }

    /** Keeps the block as a file that later blocks name. */
    void keep(String name, String text) throws IOException {
        assertThat(name).as("the name of the file").isNotEmpty();
        Path file = directory.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    /** Compiles a complete source file into {@code classes}; the file stays at the top of the directory. */
    private String compile(String source) throws IOException {
        Matcher type = TYPE.matcher(source);
        assertThat(type.find())
                .as("a public top-level type, from which the file has its name")
                .isTrue();
        Matcher home = PACKAGE.matcher(source);
        String name = type.group(1);
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                CLASS_PATH + File.pathSeparator + classes,
                "--release",
                "17",
                "-parameters",
                "-proc:none",
                "-Xlint:all,-path",
                "-Werror");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return home.find() ? home.group(1) + "." + name : name;
    }

    /** Compiles a source file that has nothing to run. */
    void compileWithoutMain(String source) throws IOException {
        assertThat(MAIN.matcher(source).find())
                .as("a main method: mark the block with run")
                .isFalse();
        compile(source);
    }

    /** Compiles a source file and runs the tests in it, of which there must be some. */
    void runTests(String source) throws IOException {
        String type = compile(source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader, type))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            TestExecutionSummary summary = listener.getSummary();
            StringWriter failures = new StringWriter();
            summary.printFailuresTo(new PrintWriter(failures));
            assertThat(summary.getTestsFailedCount()).as(failures.toString()).isZero();
            assertThat(summary.getTestsSucceededCount()).as("passed tests").isPositive();
        }
    }

    /** Compiles the source file and runs its {@code main} in a process of its own. */
    void runJava(String source) throws IOException, InterruptedException {
        assertThat(MAIN.matcher(source).find()).as("a main method").isTrue();
        String type = compile(source);
        String path = CLASS_PATH + File.pathSeparator + classes;
        expectSuccess(List.of(java(), "-Xmx1g", "-cp", path, type), Map.of());
    }

    /** Runs the lines as a shell does; with {@code onlyParse} each {@code ./gan} only shows its command's help. */
    void runShell(String lines, boolean onlyParse) throws IOException, InterruptedException {
        expectSuccess(List.of("sh", "-e", "-c", lines), Map.of("ONLY_PARSE", onlyParse ? "yes" : ""));
    }

    private void expectSuccess(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("READER_JAVA", java());
        builder.environment().put("READER_CLASS_PATH", CLASS_PATH);
        builder.environment().put("GAN4J_DATA", directory.resolve("data").toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended within five minutes").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : (Iterable<Path>) tree.sorted()::iterator) {
                if (!from.relativize(path).toString().contains("target")) {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                }
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
