package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;

/** The files of a run that were compared so far, for {@link RunVerification}. */
final class VerifiedFiles {
    private static final List<String> KINDS = List.of(
            "configuration", "results", "metrics", "selected", "samples", "checkpoints", "wall times", "others");

    private final Path run;
    private final SortedMap<String, Integer> good = new TreeMap<>();
    private final SortedMap<String, Integer> damaged = new TreeMap<>();
    private final List<RunVerification.Damage> damages = new ArrayList<>();
    private final List<String> additional = new ArrayList<>();

    VerifiedFiles(Path run) {
        this.run = run;
    }

    /** Compares all files of a finished run; returns with what, in words. */
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
        RunFileNames.of(run).stream().filter(name -> !files.containsKey(name)).forEach(additional::add);
        return "finished; " + files.size() + " files by its manifest";
    }

    /** Compares what the latest checkpoint of an unfinished run knows; returns with what, in words. */
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

    /** Returns the damaged files. */
    List<RunVerification.Damage> damages() {
        return damages;
    }

    /** Returns the files that a finished run has not left. */
    List<String> additional() {
        return additional;
    }

    private void damage(String name, String found, String expected) {
        damaged.merge(kind(name), 1, Integer::sum);
        damages.add(new RunVerification.Damage(name, found, expected));
    }

    /** Returns how many files of each kind are good and damaged. */
    List<RunVerification.FileClass> classes() {
        return KINDS.stream()
                .map(kind ->
                        new RunVerification.FileClass(kind, good.getOrDefault(kind, 0), damaged.getOrDefault(kind, 0)))
                .filter(kind -> kind.good() + kind.damaged() > 0)
                .toList();
    }

    private String name(Path file) {
        return RunFileNames.name(run, file);
    }

    private static String words(FileDigest digest) {
        return digest.length() + " bytes, SHA-256 " + digest.sha256();
    }

    private static String kind(String name) {
        if (RunFileNames.timed(name)) {
            return "wall times";
        }
        int slash = name.indexOf('/');
        return switch (slash < 0 ? name : name.substring(0, slash)) {
            case "config.yaml", "experiment.yaml", "code.json" -> "configuration";
            case "result.json", "report.html", "manifest.json", "evaluations" -> "results";
            case "metrics.jsonl", "selection.jsonl", "metric-groups.json" -> "metrics";
            case "samples" -> "samples";
            case "checkpoints" -> "checkpoints";
            default -> name.startsWith("events.") ? "metrics" : name.startsWith("selected-") ? "selected" : "others";
        };
    }
}
