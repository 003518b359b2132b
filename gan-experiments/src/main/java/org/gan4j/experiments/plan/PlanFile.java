package org.gan4j.experiments.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.jspecify.annotations.Nullable;

/**
 * File of a plan, {@code plan.jsonl}: a header on the first line, then one job a line: {@code number}, {@code directory},
 * {@code sha256}, {@code after} and the typed {@code job}.
 *
 * <p>Jobs are read one at a time, because their types may stand in modules that the header names.
 */
public final class PlanFile {
    private final Path file;
    private final PlanHeader header;
    private final List<String> lines;

    private PlanFile(Path file, PlanHeader header, List<String> lines) {
        this.file = file;
        this.header = header;
        this.lines = lines;
    }

    /** Writes a plan. */
    public static void write(FileStore files, Path file, Plan plan) {
        StringBuilder text = new StringBuilder(Json.line(plan.header())).append('\n');
        plan.jobs().forEach(job -> text.append(job.line()).append('\n'));
        files.writeText(file, text.toString());
    }

    /**
     * Reads a plan's header and the texts of its jobs.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT} if the file cannot be read, is damaged, or is of another format
     */
    public static PlanFile read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
        if (lines.isEmpty()) {
            throw damaged(file, "it is empty");
        }
        Object format = object(file, 1, lines.get(0)).get("format");
        if (!Long.valueOf(PlanHeader.FORMAT).equals(format)) {
            throw damaged(
                    file, "line 1: format " + format + " is not " + PlanHeader.FORMAT + ", which this version reads");
        }
        try {
            return new PlanFile(
                    file,
                    Json.read(lines.get(0), file + ":1", PlanHeader.class),
                    new ArrayList<>(lines.subList(1, lines.size())));
        } catch (ConfigurationException wrong) {
            throw damaged(file, "line 1: " + wrong.getMessage());
        }
    }

    /** Returns the first line. */
    public PlanHeader header() {
        return header;
    }

    /** Returns how many jobs there are. */
    public int size() {
        return lines.size();
    }

    /**
     * Returns a job.
     *
     * @param number from 1
     * @throws UserError with {@link ExitCode#USAGE} if there is none of this number, and with {@link ExitCode#CHECKPOINT} if
     *     its line is damaged or was changed
     */
    public PlannedJob job(int number, JobConfigurations configurations) {
        if (number < 1 || number > lines.size()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is no job " + number + "; the plan has " + lines.size()
                            + (lines.size() == 1 ? " job" : " jobs, numbered from 1"),
                    file.toString(),
                    "Give one of these numbers.");
        }
        Map<String, @Nullable Object> line = object(file, number + 1, lines.get(number - 1));
        List<Integer> after = new ArrayList<>();
        if (!Long.valueOf(number).equals(line.get("number"))
                || !(line.get("directory") instanceof String directory)
                || !(line.get("sha256") instanceof String sha256)
                || !(line.get("after") instanceof List<?> others)
                || !line.containsKey("job")) {
            throw damaged(
                    file,
                    "line " + (number + 1) + ": it needs number " + number + ", directory, sha256, after and job");
        }
        others.forEach(other -> after.add(other instanceof Long value ? value.intValue() : 0));
        try {
            var configuration = configurations.parse(
                    Json.canonical(Objects.requireNonNullElse(line.get("job"), "")),
                    file + ":" + (number + 1) + ".json",
                    List.of());
            if (!configuration.sha256().equals(sha256)) {
                throw damaged(
                        file,
                        "line " + (number + 1) + ": the job has the SHA-256 " + configuration.sha256()
                                + ", and the line says " + sha256);
            }
            return new PlannedJob(number, directory, configuration, after);
        } catch (ConfigurationException | IllegalArgumentException wrong) {
            throw damaged(file, "line " + (number + 1) + ": " + wrong.getMessage());
        }
    }

    private static Map<String, @Nullable Object> object(Path file, int number, String line) {
        try {
            return Json.parse(line, file + ":" + number);
        } catch (ConfigurationException wrong) {
            throw damaged(file, "line " + number + ": " + wrong.getMessage());
        }
    }

    private static UserError damaged(Path file, String what) {
        return new UserError(
                ExitCode.CHECKPOINT,
                "it is damaged, or is no plan: " + what,
                file.toString(),
                "Make the plan again with gan run; runs that are finished are not run again.");
    }
}
