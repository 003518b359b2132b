package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.FullDisk;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.store.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ  ";

    @TempDir
    private Path directory;

    private final Spectator spectator = new Spectator();

    @Test
    void everyLineHasItsTimeAndNotesAreNotShown() throws IOException {
        try (RunLog log = RunLog.open(new RunDirectory(directory, new FileStore()), spectator)) {
            log.begin("hinge-ring-s3", 40, 90);
            log.message("warning: two\nlines");
            log.note("checkpoint of step 60");
            log.end("done");
        }
        List<String> lines = Files.readAllLines(directory.resolve("log.txt"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).matches(TIME + "resume at step 40 of 90");
        assertThat(lines.get(1)).matches(TIME + "warning: two");
        assertThat(lines.get(2)).isEqualTo("  lines");
        assertThat(lines.get(3)).matches(TIME + "checkpoint of step 60");
        assertThat(lines.get(4)).matches(TIME + "done");
        assertThat(spectator.seen).containsExactly("begin hinge-ring-s3", "warning: two\nlines", "end done");
    }

    @Test
    void aFullDiskEndsTheLogAndNothingElse() throws IOException {
        FileStore full = new FileStore(new FullDisk(50, false));
        try (RunLog log = RunLog.open(new RunDirectory(directory, full), spectator)) {
            log.note("fits");
            log.note("does not fit, being longer than what the disk has room for");
            log.message("a message is still shown");
        }
        assertThat(Files.readString(directory.resolve("log.txt"))).matches(TIME + "fits\n");
        assertThat(spectator.seen).hasSize(2);
        assertThat(spectator.seen.get(0)).startsWith("log.txt ends here: ");
        assertThat(spectator.seen.get(1)).isEqualTo("a message is still shown");
    }

    private static final class Spectator implements Progress {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void begin(String what, long fromStep, long toStep) {
            seen.add("begin " + what);
        }

        @Override
        public void step(long step, SortedMap<String, Double> numbers) {
            seen.add("step " + step);
        }

        @Override
        public void end(String outcome) {
            seen.add("end " + outcome);
        }

        @Override
        public void message(String line) {
            seen.add(line);
        }
    }
}
