package org.gan4j.experiments.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** A jar with a Main that tells what it was given, and a Maven that "builds" by copying this jar. */
final class FakeProgram {
    private static final String MAIN = """
            package org.gan4j.experiments.cli;
            public final class Main {
                public static void main(String[] arguments) throws Exception {
                    System.out.println(String.join("|", arguments));
                    System.out.println(System.getProperty("user.dir"));
                    System.out.println(System.getProperty("gan4j.build"));
                    if (arguments[0].equals("exit")) System.exit(Integer.parseInt(arguments[1]));
                    if (arguments[0].equals("property")) System.out.println(System.getProperty(arguments[1]));
                    if (arguments[0].equals("wait")) {
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped")));
                        System.out.println("ready");
                        Thread.sleep(60_000);
                    }
                }
            }
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "maven was here: $*"
            echo built >>"$FAKE_LOG"
            [ -z "${FAKE_FAILS:-}" ] || exit 1
            sleep "${FAKE_SECONDS:-0}"
            lib=gan-experiments/target/gan4j-1/gan4j-1/lib
            mkdir -p "$lib" && cp "$FAKE_JAR" "$lib/gan-experiments-1.jar"
            """;

    private FakeProgram() {}

    static Path jar(Path directory) throws IOException {
        Path source = directory.resolve("Main.java");
        Files.writeString(source, MAIN);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), source.toString());
        if (result != 0) {
            throw new IOException("the program does not compile");
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path jar = directory.resolve("program.jar");
        String entry = "org/gan4j/experiments/cli/Main.class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(entry));
            Files.copy(directory.resolve(entry), out);
        }
        return jar;
    }

    static void maven(Path directory) throws IOException {
        Files.createDirectories(directory);
        script(directory.resolve("mvn"), MAVEN);
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    /** A copy of the project's launcher in {@code directory}. */
    static Path launcher(Path original, Path directory) throws IOException {
        Files.createDirectories(directory);
        return Files.copy(original, directory.resolve("gan"), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
