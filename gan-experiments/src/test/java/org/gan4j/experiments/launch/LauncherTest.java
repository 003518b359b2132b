package org.gan4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.experiments.architecture.ProjectRoot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code gan} as a process, with a Maven that only copies a jar, in a directory whose name has spaces. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTest {
    @TempDir
    private Path scratch;

    private Path checkout;
    private Path tools;
    private Path log;
    private Path jar;

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = scratch.resolve("my check out");
        FakeProgram.launcher(ProjectRoot.path().resolve("gan"), checkout);
        tools = scratch.resolve("tools");
        FakeProgram.maven(tools);
        log = scratch.resolve("builds.log");
        jar = FakeProgram.jar(scratch);
        Files.createDirectories(checkout.resolve(".mvn"));
        Files.createDirectories(checkout.resolve("gan-experiments/src/main/java"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("gan-experiments/pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("gan-experiments/src/main/java/A.java"), "class A {}");
    }

    @Test
    void buildsOnceAndKeepsStandardOutputForTheProgram() throws Exception {
        Result first = gan("run", "two words", "*");
        assertThat(first.code()).isZero();
        assertThat(first.output().lines().findFirst()).contains("run|two words|*");
        assertThat(first.output()).doesNotContain("maven was here");
        assertThat(first.errors()).contains("gan: building from the sources").contains("maven was here");

        Result second = gan("run");
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void anEditedOrRenamedSourceIsBuiltBesideTheOldBuild() throws Exception {
        String before = gan("run").line(2);
        Path source = checkout.resolve("gan-experiments/src/main/java/A.java");
        Files.writeString(source, "class A { int a; }");
        String edited = gan("run").line(2);
        Files.move(source, source.resolveSibling("B.java"));
        String renamed = gan("run").line(2);
        Files.createDirectories(checkout.resolve("gan-experiments/src/test"));
        Files.writeString(checkout.resolve("gan-experiments/src/test/ATest.java"), "class ATest {}");
        String tested = gan("run").line(2);

        assertThat(List.of(before, edited, renamed)).doesNotHaveDuplicates();
        assertThat(tested).isEqualTo(renamed);
        assertThat(builds()).isEqualTo(3);
        for (String build : List.of(before, edited, renamed)) {
            assertThat(checkout.resolve("target/dist").resolve(build).resolve("lib/gan-experiments-1.jar"))
                    .exists();
        }
        assertThat(checkout.resolve("target/dist/current")).hasContent(renamed);
    }

    @Test
    void aFailedBuildStartsNothingAndLeavesTheOldOne() throws Exception {
        String before = gan("run").line(2);
        Files.writeString(checkout.resolve("pom.xml"), "<project><broken/></project>");
        Result failed = run(command("run"), Map.of("FAKE_FAILS", "yes"));
        assertThat(failed.code()).isEqualTo(9);
        assertThat(failed.output()).isEmpty();
        assertThat(failed.errors()).contains("gan: the build failed");
        assertThat(checkout.resolve("target/dist/current")).hasContent(before);

        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        assertThat(gan("run").line(2)).isEqualTo(before);
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Process first = start(command("run"), Map.of("FAKE_SECONDS", "2"));
        Process second = start(command("run"), Map.of("FAKE_SECONDS", "2"));
        assertThat(Result.of(first).code()).isZero();
        assertThat(Result.of(second).code()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLockOfADeadProcessIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(checkout.resolve("target/dist/.lock"));
        Files.writeString(lock.resolve("owner"), dead.pid() + "\n");
        assertThat(gan("run").code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void oldBuildsGoButNotWhileAProcessUsesThem() throws Exception {
        Process training = start(command("wait"), Map.of());
        assertThat(training.inputReader().lines().filter("ready"::equals).findFirst())
                .isPresent();
        String used = Files.readString(checkout.resolve("target/dist/current")).strip();
        for (int edit = 0; edit < 5; edit++) {
            Files.writeString(
                    checkout.resolve("gan-experiments/src/main/java/A.java"), "class A { int a" + edit + "; }");
            assertThat(gan("run").code()).isZero();
        }
        assertThat(distributions()).contains(used).hasSize(4);
        training.destroy();
        assertThat(training.waitFor()).isEqualTo(143);
        Files.writeString(checkout.resolve("gan-experiments/src/main/java/A.java"), "class A { int last; }");
        assertThat(gan("run").code()).isZero();
        assertThat(distributions()).doesNotContain(used).hasSize(3);
    }

    @Test
    void exitCodesAndSignalsAreThoseOfTheProgram() throws Exception {
        assertThat(gan("exit", "6").code()).isEqualTo(6);
        Process waiting = start(command("wait"), Map.of());
        assertThat(waiting.inputReader().lines().filter("ready"::equals).findFirst())
                .isPresent();
        // Unlike Process.destroy, this leaves the streams open.
        assertThat(waiting.toHandle().destroy()).isTrue();
        assertThat(waiting.inputReader().readLine()).isEqualTo("stopped");
        assertThat(waiting.waitFor()).isEqualTo(143);
    }

    @Test
    void worksThroughLinksAndLeavesTheWorkingDirectoryAlone() throws Exception {
        Path elsewhere = Files.createDirectories(scratch.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../my check out/gan"));
        Path linkToLink = Files.createSymbolicLink(scratch.resolve("gan link"), link);
        Process process = processBuilder(List.of(linkToLink.toString(), "run"), Map.of())
                .directory(elsewhere.toFile())
                .start();
        Result result = Result.of(process);
        assertThat(result.code()).isZero();
        assertThat(Path.of(result.line(1))).isEqualTo(elsewhere.toRealPath());
        assertThat(checkout.resolve("target/dist/current")).exists();
    }

    @Test
    void aPackagedDistributionNeverBuilds() throws Exception {
        Path packaged = scratch.resolve("gan4j 1.0");
        Path launcher = FakeProgram.launcher(ProjectRoot.path().resolve("gan"), packaged);
        Files.createDirectories(packaged.resolve("lib"));
        Files.copy(jar, packaged.resolve("lib/gan-experiments-1.jar"));
        Result result = run(List.of(launcher.toString(), "run"), Map.of());
        assertThat(result.code()).isZero();
        assertThat(result.line(2)).isEqualTo("packaged");
        assertThat(result.errors()).isEmpty();
        assertThat(log).doesNotExist();
        assertThat(packaged.resolve("target")).doesNotExist();
    }

    @Test
    void anOldJavaIsNamedWithItsPlace() throws Exception {
        Path home = scratch.resolve("old java");
        Files.createDirectories(home.resolve("bin"));
        FakeProgram.script(home.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Result result = run(command("run"), Map.of("JAVA_HOME", home.toString()));
        assertThat(result.code()).isEqualTo(10);
        assertThat(result.errors())
                .isEqualTo("gan: Java 17 or newer is needed, but this is Java 11.0.2 (JAVA_HOME=" + home
                        + "). Set JAVA_HOME to a newer JDK.\n");

        Result missing = run(command("run"), Map.of("JAVA_HOME", "/no/such/place"));
        assertThat(missing.code()).isEqualTo(10);
        assertThat(missing.errors()).contains("there is no Java at /no/such/place/bin/java");
    }

    @Test
    void optionsOfTheUserReachTheVirtualMachineLast() throws Exception {
        Map<String, String> options =
                Map.of("JAVA_OPTS", "-Dcolour=red -Dother=x", "GAN4J_JAVA_OPTS", "-Dcolour=green");
        assertThat(run(command("property", "colour"), options).line(3)).isEqualTo("green");
        assertThat(run(command("property", "other"), options).line(3)).isEqualTo("x");
    }

    private int builds() throws IOException {
        return Files.readAllLines(log).size();
    }

    private List<String> distributions() throws IOException {
        try (Stream<Path> list = Files.list(checkout.resolve("target/dist"))) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private Result gan(String... arguments) throws Exception {
        return run(command(arguments), Map.of());
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(checkout.resolve("gan").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Result run(List<String> command, Map<String, String> environment) throws Exception {
        return Result.of(start(command, environment));
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        return processBuilder(command, environment).start();
    }

    private ProcessBuilder processBuilder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> variables = builder.environment();
        variables.remove("JAVA_OPTS");
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("PATH", tools + ":" + System.getenv("PATH"));
        variables.put("FAKE_LOG", log.toString());
        variables.put("FAKE_JAR", jar.toString());
        variables.putAll(environment);
        return builder;
    }

    private record Result(int code, String output, String errors) {
        static Result of(Process process) throws Exception {
            // Both streams are far smaller than a pipe's buffer.
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.exitValue(), output, errors);
        }

        String line(int index) {
            return output.lines().toList().get(index);
        }
    }
}
