package org.gan4j.experiments.run;

import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.core.io.AppendedFile;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;

/**
 * Writes what happens in a run to its {@code log.txt}, each line with its time, and passes it on to whoever looks on.
 *
 * <p>A log that cannot be written, as on a full disk, is given up: it never ends a run.
 */
final class RunLog implements Progress, AutoCloseable {
    private final Progress shown;
    private Optional<AppendedFile> file;

    private RunLog(Progress shown, Optional<AppendedFile> file) {
        this.shown = shown;
        this.file = file;
    }

    /** Opens a run's log to add to it. */
    static RunLog open(RunDirectory directory, Progress shown) {
        try {
            return new RunLog(
                    shown, Optional.of(directory.files().append(directory.path().resolve("log.txt"))));
        } catch (UserError notWritable) {
            shown.message("no log.txt: " + notWritable.getMessage());
            return new RunLog(shown, Optional.empty());
        }
    }

    @Override
    public void begin(String what, long fromStep, long toStep) {
        note(fromStep == 0 ? "begin: " + toStep + " steps" : "resume at step " + fromStep + " of " + toStep);
        shown.begin(what, fromStep, toStep);
    }

    @Override
    public void step(long step, SortedMap<String, Double> numbers) {
        shown.step(step, numbers);
    }

    @Override
    public void end(String outcome) {
        note(outcome);
        shown.end(outcome);
    }

    @Override
    public void message(String line) {
        note(line);
        shown.message(line);
    }

    @Override
    public void note(String line) {
        file.ifPresent(log -> {
            try {
                log.line(RunStatus.now() + "  " + line.replace("\n", "\n  "));
            } catch (UserError notWritable) {
                file = Optional.empty();
                shown.message("log.txt ends here: " + notWritable.getMessage());
            }
        });
    }

    @Override
    public void close() {
        file.ifPresent(AppendedFile::close);
    }
}
