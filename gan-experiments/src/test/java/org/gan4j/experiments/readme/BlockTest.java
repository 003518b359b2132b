package org.gan4j.experiments.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTest {
    @TempDir
    private Path directory;

    @Test
    void aMarkBelongsToTheNextBlockOnly() throws IOException {
        Path page = page("""
                text
                <!-- check: file my run.yaml -->

                ```yaml
                a: 1
                ```
                ~~~sh
                ./gan ```
                ~~~
                <!-- check: run -->
                words between
                ```java
                ```
                """);
        assertThat(Block.in(page))
                .containsExactlyElementsOf(List.of(
                        new Block("page.md:4", "yaml", "file", "my run.yaml", "a: 1\n"),
                        new Block("page.md:7", "sh", "", "", "./gan ```\n"),
                        new Block("page.md:12", "java", "", "", "\n")));
    }

    @Test
    void anOpenBlockIsAnError() throws IOException {
        Path page = page("```sh\n./gan\n");
        assertThatThrownBy(() -> Block.in(page)).hasMessageContaining("page.md:1 opens a block that is never closed");
    }

    private Path page(String text) throws IOException {
        return Files.writeString(directory.resolve("page.md"), text);
    }
}
