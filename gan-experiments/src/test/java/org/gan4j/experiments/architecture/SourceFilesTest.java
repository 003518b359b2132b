package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that fit a reader's head: no main source over 350 lines, nine in ten under 150. */
class SourceFilesTest {
    private static final int LONGEST = 350;
    private static final int USUAL = 150;

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int usual = 0;
        List<Path> sources = new ArrayList<>();
        for (Path root : ProjectRoot.mainSources()) {
            sources.addAll(ProjectRoot.javaFiles(root));
        }
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            usual += lines < USUAL ? 1 : 0;
            if (lines > LONGEST) {
                tooLong.add(source + ": " + lines + " lines");
            }
        }
        assertThat(sources.size()).isGreaterThanOrEqualTo(670);
        assertThat(tooLong).as("sources over " + LONGEST + " lines").isEmpty();
        assertThat((double) usual / sources.size())
                .as("share of sources under " + USUAL + " lines")
                .isGreaterThanOrEqualTo(0.9);
    }
}
