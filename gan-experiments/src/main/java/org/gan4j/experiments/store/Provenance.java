package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where a result came from: framework version and commit, the user's own git state, Java, operating system and processor.
 * Recorded with every run; nothing in it is read back to compute.
 *
 * @param facts readable values by name
 */
public record Provenance(SortedMap<String, String> facts) {
    /** Keeps the facts in the order of their names. */
    public Provenance {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** What is true of this process; later changes of the sources are not what it runs. */
    private static final class ThisProcess {
        static final Provenance FACTS = read();
    }

    /** Returns the facts of this process and of the current directory's git repository, if it is in one; read once. */
    public static Provenance capture() {
        return ThisProcess.FACTS;
    }

    private static Provenance read() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("framework", frameworkVersion());
        facts.putAll(FrameworkBuild.ofThisProcess().facts());
        for (String property : new String[] {"java.version", "java.vm.name", "java.vm.version", "os.name", "os.arch"}) {
            facts.put(property, System.getProperty(property, "unknown"));
        }
        facts.put("os.version", System.getProperty("os.version", "unknown"));
        facts.put("processor", processor());
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        Map<String, String> environment = System.getenv();
        for (String variable : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE"}) {
            facts.put("environment." + variable, environment.getOrDefault(variable, "unset"));
        }
        git("rev-parse", "HEAD").ifPresent(commit -> {
            facts.put("directory.commit", commit);
            facts.put(
                    "directory.dirty",
                    git("status", "--porcelain", "--untracked-files=no")
                            .map(changes -> Boolean.toString(!changes.isEmpty()))
                            .orElse("unknown"));
        });
        return new Provenance(facts);
    }

    /** Returns the version in the manifest of the framework's jar, or "development" when run from class files. */
    public static String frameworkVersion() {
        String version = Provenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String processor() {
        Path description = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(description)) {
            return System.getProperty("os.arch", "unknown");
        }
        try {
            String model = "";
            String family = "";
            for (String line : Files.readAllLines(description)) {
                int colon = line.indexOf(':');
                if (colon < 0) {
                    continue;
                }
                String key = line.substring(0, colon).strip();
                if (model.isEmpty() && key.equals("model name")) {
                    model = line.substring(colon + 1).strip();
                } else if (family.isEmpty() && key.equals("cpu family")) {
                    family = line.substring(colon + 1).strip();
                }
            }
            return model + ", family " + family;
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        }
    }

    private static Optional<String> git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
