package org.gan4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on with another number of threads ends with the same bytes; with other kernels it does not go on. */
class OtherThreadsTest {
    @TempDir
    private Path directory;

    @Test
    void anotherNumberOfThreadsChangesNoNumber() throws Exception {
        Desk desk = new Desk(directory);
        desk.write("threads.yaml", """
                type: training
                seeds: [7]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [256, 256]}
                    discriminator: {type: mlp, hidden: [256, 256]}
                    loss: non-saturating
                  optimizers: {d: {type: adam, rate: 1e-3}, g: {type: adam, rate: 1e-3}}
                  batchSize: 256
                  length: 20
                  intervals: {metrics: 5, samples: 10, checkpoints: 10}
                  evaluators: [{type: modes, samples: 500}]
                """);
        start(1, "run", desk.path("threads.yaml").toString(), "--runs-dir=" + desk.path("runs"));
        Path run = desk.onlyRun("threads");
        SortedMap<String, String> one = content(run);
        assertThat(metaOf(run, 20)).contains("\"threads\": 1");
        for (String name : List.of("result.json", "manifest.json", "checkpoints/step-0000000020.npz")) {
            Files.delete(run.resolve(name));
        }

        String refused = start(ExitCode.CHECKPOINT, 2, "-Dgan4j.kernels=portable", "resume", run.toString());
        assertThat(refused)
                .endsWith("which changes the last digits of results. Go on with JAVA_OPTS=-Dgan4j.kernels=auto ./gan"
                        + " resume " + run + ".\n");

        start(2, "resume", run.toString());
        assertThat(metaOf(run, 20)).contains("\"threads\": 2");
        assertThat(metaOf(run, 10)).contains("\"threads\": 1");
        assertThat(Files.readString(run.resolve("log.txt")))
                .contains("goes on with 2 threads what was begun with 1, which changes no number");
        assertThat(content(run)).isEqualTo(one);
    }

    private void start(int threads, String... words) throws IOException, InterruptedException {
        start(ExitCode.OK, threads, "-Dgan4j.kernels=auto", words);
    }

    private String start(ExitCode expected, int threads, String option, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = Desk.process(words);
        builder.command().addAll(1, List.of("-XX:ActiveProcessorCount=2", option));
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        Path output = directory.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        String text = Files.readString(output);
        assertThat(code).as(text).isEqualTo(expected.code());
        return text;
    }

    private static String metaOf(Path run, int step) throws IOException {
        Path file = run.resolve("checkpoints").resolve("step-00000000" + step + ".npz");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("meta.json")).readAllBytes(), UTF_8);
        }
    }

    /** All files but those that tell of the process, and checkpoints by all their entries but meta.json. */
    private static SortedMap<String, String> content(Path run) throws IOException {
        SortedMap<String, String> content = Desk.content(run);
        content.remove("manifest.json");
        content.keySet().removeIf(name -> name.startsWith("checkpoints/"));
        assertThat(content.keySet()).contains("metrics.jsonl", "result.json", "samples/00000020.npz");
        SortedMap<String, String> entries = new TreeMap<>(content);
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".npz")).toList()) {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : zip.stream().toList()) {
                        if (!entry.getName().equals("meta.json")) {
                            entries.put(
                                    file.getFileName() + "/" + entry.getName(),
                                    Sha256.of(zip.getInputStream(entry).readAllBytes()));
                        }
                    }
                }
            }
        }
        assertThat(entries.size()).isGreaterThan(content.size() + 20);
        return entries;
    }
}
