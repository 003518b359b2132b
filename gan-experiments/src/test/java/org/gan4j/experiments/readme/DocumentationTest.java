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
 *   <li>{@code <!-- check: compile -->} a complete Java source file without a main, into {@code classes/}
 *   <li>{@code <!-- check: test -->} a complete Java test class, which is compiled and must pass
 *   <li>{@code <!-- check: run -->} Java: compile, then run main. sh: run all lines; {@code ./gan} is there
 *   <li>{@code <!-- check: parse -->} sh: each {@code ./gan} line is asked for its help, which fails for an unknown
 *       command or option; for commands that take long or need data
 *   <li>{@code <!-- check: bind NAME -->} YAML or JSON: kept as that file, which {@code ./gan run} must accept
 *   <li>{@code <!-- check: file NAME -->} neither Java nor YAML: kept as a file that a later block uses
 *   <li>{@code <!-- check: none, REASON -->} neither Java nor YAML: shown only
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
                        root.relativize(page).toString(), blocks.stream().map(block -> test(block, desk))));
            }
        }
        assertThat(pages).as("pages with blocks").isNotEmpty();
        return pages.stream();
    }

    private static DynamicTest test(Block block, ReaderDesk desk) {
        String title = block.place() + " " + block.language() + " " + block.treatment();
        return DynamicTest.dynamicTest(title, () -> {
            try {
                check(block, desk);
            } catch (AssertionError e) {
                throw new AssertionError(title + "\n" + block.text() + e.getMessage(), e);
            }
        });
    }

    private static void check(Block block, ReaderDesk desk) throws IOException, InterruptedException {
        String how = block.language() + " " + block.treatment();
        switch (how) {
            case "java compile" -> desk.compileWithoutMain(block.text());
            case "java test" -> desk.runTests(block.text());
            case "java run" -> desk.runJava(block.text());
            case "sh run" -> desk.runShell(block.text(), false);
            case "sh parse" -> desk.runShell(block.text(), true);
            case "yaml bind", "json bind" -> {
                desk.keep(block.argument(), block.text());
                desk.runShell("./gan run '" + block.argument() + "' --print-config", false);
            }
            default -> showOnly(block, desk);
        }
    }

    /** Java and YAML are always compiled and bound; shell lines, output and data may be shown only, with a reason. */
    private static void showOnly(Block block, ReaderDesk desk) throws IOException {
        boolean code = List.of("java", "yaml").contains(block.language());
        if (!code && block.treatment().equals("file")) {
            desk.keep(block.argument(), block.text());
        } else if (!code && block.treatment().equals("none")) {
            assertThat(block.argument()).as("the reason").isNotEmpty();
        } else {
            fail(block.place() + ": a block of \"" + block.language() + "\" cannot be treated as \"" + block.treatment()
                    + "\". Put <!-- check: ... --> above it; DocumentationTest names the words.");
        }
    }

    private static List<Path> pages(Path root) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
