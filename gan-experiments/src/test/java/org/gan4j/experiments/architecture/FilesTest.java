package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.experiments.architecture.CountedAccesses.parameters;
import static org.gan4j.experiments.architecture.CountedAccesses.target;
import static org.gan4j.experiments.architecture.MainClasses.describe;
import static org.gan4j.experiments.architecture.MainClasses.isIn;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files are written in {@code core.io} and nowhere else, so that none is ever half written under its name. */
class FilesTest {
    /** The calls that stay, and why; too few fail as well as too many. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of(
            // the operating system writes what a child process prints
            "experiments.bench.Child", 2,
            // the compiler writes the class files of an experiment in one source file
            "experiments.cli.SourceCompiler", 1);

    /** All methods of {@link Files} that leave a file system as it is; every other one writes. */
    private static final List<String> READING = List.of(
            "exists",
            "find",
            "getAttribute",
            "getFileStore",
            "getLastModifiedTime",
            "getOwner",
            "getPosixFilePermissions",
            "isDirectory",
            "isExecutable",
            "isHidden",
            "isReadable",
            "isRegularFile",
            "isSameFile",
            "isSymbolicLink",
            "isWritable",
            "lines",
            "list",
            "mismatch",
            "newBufferedReader",
            "newDirectoryStream",
            "newInputStream",
            "notExists",
            "probeContentType",
            "readAllBytes",
            "readAllLines",
            "readAttributes",
            "readString",
            "readSymbolicLink",
            "size",
            "walk",
            "walkFileTree");

    private static final List<String> WRITING = List.of(
            "java.io.FileOutputStream.<init>",
            "java.io.FileWriter.<init>",
            "java.io.RandomAccessFile.<init>",
            "java.io.File.createNewFile",
            "java.io.File.createTempFile",
            "java.io.File.delete",
            "java.io.File.deleteOnExit",
            "java.io.File.mkdir",
            "java.io.File.mkdirs",
            "java.io.File.renameTo",
            "java.nio.channels.FileChannel.open",
            "java.nio.channels.AsynchronousFileChannel.open",
            "java.util.logging.FileHandler.<init>",
            "java.lang.ProcessBuilder$Redirect.to",
            "java.lang.ProcessBuilder$Redirect.appendTo",
            "javax.tools.JavaCompiler.getTask");

    /** They take a file, its name, or a stream that somebody else has opened. */
    private static final List<String> WRITING_TO_A_NAME = List.of(
            "java.io.PrintWriter.<init>",
            "java.io.PrintStream.<init>",
            "java.util.Formatter.<init>",
            "java.lang.ProcessBuilder.redirectOutput",
            "java.lang.ProcessBuilder.redirectError");

    @Test
    void onlyCoreIoWritesFiles() {
        JavaClasses others =
                MainClasses.that(describe("outside core.io", type -> !isIn(type, "org.gan4j.core.io")), 850);
        assertThat(CountedAccesses.of(others, FilesTest::writes))
                .as("calls that write files past FileStore, by class")
                .isEqualTo(EXCEPTIONS);
    }

    @Test
    void coreIoItselfIsSeenToWrite() {
        assertThat(CountedAccesses.of(MainClasses.in("org.gan4j.core.io", 20), FilesTest::writes))
                .containsKeys("core.io.Disk", "core.io.RunLock");
    }

    @Test
    void everyWayToWriteIsSeen() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(CountedAccesses.of(offender, FilesTest::writes).values()).containsExactly(10);
    }

    private static boolean writes(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        List<String> parameters = parameters(access);
        if (owner.equals("java.nio.file.Files")) {
            return !READING.contains(name);
        }
        if (WRITING_TO_A_NAME.contains(target(access))) {
            return parameters.contains("java.io.File") || parameters.indexOf("java.lang.String") == 0;
        }
        boolean takesFile = parameters.contains("java.io.File") || parameters.contains("java.nio.file.Path");
        boolean anotherLibrarys = !owner.startsWith("org.gan4j.");
        return WRITING.contains(target(access)) || (anotherLibrarys && takesFile && name.startsWith("write"));
    }

    private interface Deletion {
        boolean of(Path path) throws IOException;
    }

    /** Writes files in ten ways; never run. */
    static final class Offender {
        private Offender() {}

        static void writeInTenWays(File file, Path path, BufferedImage image) throws IOException {
            Files.writeString(path, "1");
            Files.newOutputStream(path).close();
            Files.move(path, path);
            deleting(Files::deleteIfExists, path);
            FileChannel.open(path).close();
            new RandomAccessFile(file, "rw").close();
            ImageIO.write(image, "png", file);
            new ProcessBuilder().redirectOutput(file);
            try (Writer writer = new FileWriter(file, StandardCharsets.UTF_8);
                    PrintWriter printer = new PrintWriter(file, StandardCharsets.UTF_8)) {
                printer.append("10").flush();
                writer.flush();
            }
        }

        private static void deleting(Deletion deletion, Path path) throws IOException {
            if (!deletion.of(path)) {
                throw new IOException();
            }
        }
    }
}
