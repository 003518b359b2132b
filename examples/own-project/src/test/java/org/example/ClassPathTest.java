package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A project that only names GAN4J gets the native libraries that GAN4J is tested with, and those of this platform only. */
class ClassPathTest {
    @Test
    void theNativeVersionsAreThoseOfGan4j() {
        assertThat(jars("openblas"))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(jar).contains("-0.3.31-1.5.13"));
        assertThat(jars("javacpp"))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(jar).contains("-1.5.13"));
        assertThat(jars("dnnl")).isNotEmpty().allSatisfy(jar -> assertThat(jar).contains("-3.11-1.5.13"));
        assertThat(jars("nd4j-native"))
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(jar).contains("-1.0.0-M2.1"));
    }

    @Test
    void eachNativeLibraryIsThereForOnePlatform() {
        for (String library : List.of("openblas", "javacpp", "dnnl")) {
            assertThat(jars(library).stream().filter(jar -> jar.matches(".*(linux|macosx|windows).*")))
                    .as(library)
                    .hasSize(1);
        }
        assertThat(jars("mkl")).isEmpty();
    }

    private static List<String> jars(String library) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.startsWith(library + "-") && !name.startsWith(library + "-platform"))
                .toList();
    }
}
