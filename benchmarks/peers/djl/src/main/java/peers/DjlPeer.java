package peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Three of the five cases of {@code gan bench} in DJL on libtorch. Measures one case in one process and prints one JSON line:
 *
 * <pre>java -jar djl-peer.jar --case a --seconds 2 --warm-up 1 --threads 2 --data digits.npz --rows 500</pre>
 */
public final class DjlPeer {
    private static final Map<String, String> ABSENT = Map.of(
            "c", "DJL takes no gradient of a gradient (GradientCollector.backward keeps no graph)",
            "d", "DJL's engine for libtorch has no transposed convolution (PtNDArrayEx.deconvolution: not implemented)");

    private DjlPeer() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new TreeMap<>(
                Map.of("--seconds", "2", "--warm-up", "1", "--threads", "2", "--data", "", "--rows", "500"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        String name = options.getOrDefault("--case", "");
        String absence = ABSENT.get(name);
        if (absence != null) {
            System.err.println("absent: " + absence);
            System.exit(1);
        }
        // Nothing is looked for on the network: the libraries are in jars.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", options.get("--threads"));
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Engine.getInstance().setRandomSeed(1);
            if (JniUtils.getNumThreads() != Integer.parseInt(options.get("--threads"))) {
                throw new IllegalStateException("libtorch has " + JniUtils.getNumThreads() + " threads, not "
                        + options.get("--threads"));
            }
            PeerCase work = open(name, manager, options);
            measure(work, Double.parseDouble(options.get("--warm-up")));
            double[] measured = measure(work, Double.parseDouble(options.get("--seconds")));
            System.out.println(line(name, work, measured));
        }
    }

    private static PeerCase open(String name, NDManager manager, Map<String, String> options) throws IOException {
        return switch (name) {
            case "a" -> new Goodfellow2014(manager);
            case "b" -> new Toy(manager);
            case "e" -> new Parzen(manager, Path.of(options.get("--data")), Integer.parseInt(options.get("--rows")));
            default -> throw new IllegalArgumentException("--case must be a, b or e, but is \"" + name + "\"");
        };
    }

    private static double[] measure(PeerCase work, double seconds) {
        long start = System.nanoTime();
        long steps = 0;
        while (true) {
            work.step();
            steps++;
            double passed = 1e-9 * (System.nanoTime() - start);
            if (passed >= seconds) {
                return new double[] {steps, passed};
            }
        }
    }

    private static String line(String name, PeerCase work, double[] measured) throws IOException {
        StringBuilder parameters = new StringBuilder();
        new TreeMap<>(work.parameters()).forEach((player, count) -> parameters
                .append(parameters.isEmpty() ? "" : ", ")
                .append('"')
                .append(player)
                .append("\": ")
                .append(count));
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"steps\": %d, \"seconds\": %.9f, \"parameters\": {%s}, \"value\": %s,"
                        + " \"peakResidentBytes\": %d, \"facts\": {\"version\": \"%s\", \"engine\": \"%s\","
                        + " \"threads\": \"%d\", \"OMP_WAIT_POLICY\": \"%s\"}}",
                name,
                (long) measured[0],
                measured[1],
                parameters,
                work.value().isPresent() ? Double.toString(work.value().getAsDouble()) : "null",
                peak(),
                Engine.getDjlVersion(),
                Engine.getInstance().getVersion(),
                JniUtils.getNumThreads(),
                System.getenv().getOrDefault("OMP_WAIT_POLICY", "unset"));
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
