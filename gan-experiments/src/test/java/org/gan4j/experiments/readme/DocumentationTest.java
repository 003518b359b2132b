package org.gan4j.experiments.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.architecture.ProjectRoot;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fenced block of README.md and of docs does what it shows. A comment above a block says how it is checked; a block
 * without one fails. The blocks of one page run in order in one directory, as a reader would:
 *
 * <ul>
 *   <li>{@code <!-- check: compile -->} a complete Java source file, into {@code classes/}
 *   <li>{@code <!-- check: run -->} Java: compile, then run main. sh: run all lines; {@code ./gan} is there
 *   <li>{@code <!-- check: parse -->} sh: each {@code ./gan} line is asked for its help, which fails for an unknown
 *       command or option; for commands that take long or need data
 *   <li>{@code <!-- check: file NAME -->} kept as a file that a later block uses
 *   <li>{@code <!-- check: none, REASON -->} shown only
 * </ul>
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands shown are for a POSIX shell")
class DocumentationTest {
    @TempDir
    private static Path scratch;

    @TestFactory
    Stream<DynamicContainer> everyBlockDoesWhatItShows() throws IOException {
        Path root = ProjectRoot.path();
        List<DynamicContainer> pages = new ArrayList<>();
        for (Path page : pages(root)) {
            List<Block> blocks = Block.in(page);
            if (!blocks.isEmpty()) {
                ReaderDesk desk = new ReaderDesk(scratch.resolve("page " + pages.size()), root);
                pages.add(DynamicContainer.dynamicContainer(
                        root.relativize(page).toString(),
                        blocks.stream().map(block -> DynamicTest.dynamicTest(title(block), () -> check(block, desk)))));
            }
        }
        assertThat(pages).as("pages with blocks").isNotEmpty();
        return pages.stream();
    }

    private static void check(Block block, ReaderDesk desk) throws IOException, InterruptedException {
        String how = block.language() + " " + block.treatment();
        switch (how) {
            case "java compile" -> desk.compile(block.text());
            case "java run" -> desk.runJava(block.text());
            case "sh run" -> desk.runShell(block.text(), false);
            case "sh parse" -> desk.runShell(block.text(), true);
            default -> {
                if (block.treatment().equals("file")) {
                    assertThat(block.argument()).as("the file's name").isNotEmpty();
                    desk.keep(block.argument(), block.text());
                } else if (block.treatment().equals("none")) {
                    assertThat(block.argument()).as("the reason").isNotEmpty();
                } else {
                    fail(block.place() + " has no treatment that fits it: \"" + how
                            + "\". Put <!-- check: ... --> above it; DocumentationTest names the words.");
                }
            }
        }
    }

    private static String title(Block block) {
        return block.place() + " " + block.language() + " " + block.treatment();
    }

    private static List<Path> pages(Path root) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
