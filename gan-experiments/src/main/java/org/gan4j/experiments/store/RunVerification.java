package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;

/**
 * Verification of a run: all files of a finished one by its manifest; of one that is not finished, its checkpoints and the files
 * that belong to the latest. Nothing is written.
 *
 * @param run the directory
 * @param basis what the files were compared with, in a few words
 * @param classes how many files of each kind are good and how many damaged; kinds without a file are left out
 * @param damages the damaged files
 * @param additional files that a finished run has not left; no fault
 */
public record RunVerification(
        String run, String basis, List<FileClass> classes, List<Damage> damages, List<String> additional) {

    /**
     * Count of the files of a kind.
     *
     * @param name of the kind
     * @param good how many are as they were
     * @param damaged how many are not
     */
    public record FileClass(String name, int good, int damaged) {}

    /**
     * A file that is not what it was.
     *
     * @param file its name in the run's directory
     * @param found what it is now
     * @param expected what it was
     */
    public record Damage(String file, String found, String expected) {}

    /** Tells whether nothing is damaged. */
    public boolean good() {
        return damages.isEmpty();
    }

    /** Verifies the run in a directory. */
    public static RunVerification of(Path path) {
        RunDirectory run = new RunDirectory(path, new FileStore());
        Counting counting = new Counting(path);
        String basis = run.hasResult() ? counting.byManifest(run) : counting.byCheckpoints(run);
        return new RunVerification(path.toString(), basis, counting.classes(), counting.damages, counting.additional);
    }

    /** Tells whether a directory holds a run. */
    public static boolean holdsRun(Path path) {
        RunDirectory run = new RunDirectory(path, new FileStore());
        return Files.exists(run.status()) || Files.exists(Manifest.file(run)) || Files.isDirectory(run.checkpoints());
    }

    /** The files seen so far. */
    private static final class Counting {
        private static final List<String> KINDS = List.of(
                "configuration", "results", "metrics", "selected", "samples", "checkpoints", "wall times", "others");

        private final Path run;
        private final SortedMap<String, Integer> good = new TreeMap<>();
        private final SortedMap<String, Integer> damaged = new TreeMap<>();
        private final List<Damage> damages = new ArrayList<>();
        private final List<String> additional = new ArrayList<>();

        Counting(Path run) {
            this.run = run;
        }

        String byManifest(RunDirectory directory) {
            Optional<Manifest> manifest;
            try {
                manifest = Manifest.of(directory);
            } catch (UserError unreadable) {
                damage("manifest.json", String.valueOf(unreadable.getMessage()), "the manifest of a finished run");
                return "finished; its manifest cannot be read";
            }
            SortedMap<String, FileDigest> files = manifest.orElseThrow().files();
            files.forEach((name, expected) -> compare(name, expected, Long.MAX_VALUE));
            Manifest.names(run).stream()
                    .filter(name -> !files.containsKey(name))
                    .forEach(additional::add);
            return "finished; " + files.size() + " files by its manifest";
        }

        String byCheckpoints(RunDirectory directory) {
            unfinished(directory);
            List<Path> checkpoints = Checkpoints.in(directory.checkpoints());
            for (Path checkpoint : checkpoints) {
                readable(checkpoint);
            }
            if (checkpoints.isEmpty()) {
                return "not finished, and without a checkpoint: nothing to compare with";
            }
            Path latest = checkpoints.get(checkpoints.size() - 1);
            try {
                CheckpointFiles files = Checkpoints.filesOf(latest);
                files.growing().forEach((name, expected) -> compare(name, expected, expected.length()));
                files.timed().forEach((name, expected) -> compare(name, expected, expected.length()));
                files.whole().forEach((name, expected) -> compare(name, expected, Long.MAX_VALUE));
            } catch (UserError unreadable) {
                if (damages.stream().noneMatch(d -> d.file().endsWith(String.valueOf(latest.getFileName())))) {
                    damage(name(latest), String.valueOf(unreadable.getMessage()), "what belongs to this checkpoint");
                }
            }
            return "not finished; checkpoints, and files as of " + latest.getFileName();
        }

        private void unfinished(RunDirectory directory) {
            try {
                RunStatus.Status status = RunStatus.read(directory).status();
                if (status == RunStatus.Status.COMPLETED || status == RunStatus.Status.DIVERGED) {
                    String lost = Files.exists(Manifest.file(directory)) ? "result.json" : "manifest.json";
                    damage(lost, "missing", "there, because the run has ended; gan run makes it again");
                }
            } catch (UserError unreadable) {
                damage("run.json", String.valueOf(unreadable.getMessage()), "the status of the run");
            }
        }

        private void readable(Path checkpoint) {
            try {
                Checkpoints.requireReadable(checkpoint);
                good.merge(kind(name(checkpoint)), 1, Integer::sum);
            } catch (UserError unreadable) {
                damage(name(checkpoint), String.valueOf(unreadable.getMessage()), "a checkpoint");
            }
        }

        private void compare(String name, FileDigest expected, long first) {
            Path file = run.resolve(name);
            boolean right = first == Long.MAX_VALUE
                    ? expected.wrongIn(file).isEmpty()
                    : expected.wrongAtBeginOf(file).isEmpty();
            if (right) {
                good.merge(kind(name), 1, Integer::sum);
            } else {
                String found = Files.isRegularFile(file) ? words(FileDigest.ofFirst(file, first)) : "missing";
                damage(name, found, words(expected));
            }
        }

        private void damage(String name, String found, String expected) {
            damaged.merge(kind(name), 1, Integer::sum);
            damages.add(new Damage(name, found, expected));
        }

        private List<FileClass> classes() {
            return KINDS.stream()
                    .map(kind -> new FileClass(kind, good.getOrDefault(kind, 0), damaged.getOrDefault(kind, 0)))
                    .filter(kind -> kind.good() + kind.damaged() > 0)
                    .toList();
        }

        private String name(Path file) {
            return run.relativize(file).toString().replace('\\', '/');
        }

        private static String words(FileDigest digest) {
            return digest.length() + " bytes, SHA-256 " + digest.sha256();
        }

        private static String kind(String name) {
            if (Manifest.timed(name)) {
                return "wall times";
            }
            int slash = name.indexOf('/');
            return switch (slash < 0 ? name : name.substring(0, slash)) {
                case "config.yaml", "experiment.yaml", "code.json" -> "configuration";
                case "result.json", "report.html", "manifest.json", "evaluations" -> "results";
                case "metrics.jsonl", "selection.jsonl", "metric-groups.json" -> "metrics";
                case "samples" -> "samples";
                case "checkpoints" -> "checkpoints";
                default ->
                    name.startsWith("events.") ? "metrics" : name.startsWith("selected-") ? "selected" : "others";
            };
        }
    }
}
