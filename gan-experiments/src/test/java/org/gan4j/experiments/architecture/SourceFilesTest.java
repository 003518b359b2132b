package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that fit a reader's head: no main source over 400 lines, nine in ten under 250. */
class SourceFilesTest {
    private static final int LONGEST = 400;
    private static final int USUAL = 250;

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int files = 0;
        int usual = 0;
        for (Path source : mainSources()) {
            int lines = Files.readAllLines(source).size();
            files++;
            usual += lines < USUAL ? 1 : 0;
            if (lines > LONGEST) {
                tooLong.add(source + ": " + lines + " lines");
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(200);
        assertThat(tooLong).as("sources over " + LONGEST + " lines").isEmpty();
        assertThat((double) usual / files)
                .as("share of sources under " + USUAL + " lines")
                .isGreaterThanOrEqualTo(0.9);
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("gan-core", "gan-losses", "gan-models", "gan-eval", "gan-experiments")) {
            Path main = ProjectRoot.path().resolve(module).resolve("src/main/java");
            if (Files.isDirectory(main)) {
                try (Stream<Path> tree = Files.walk(main)) {
                    tree.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
