package org.gan4j.core.kernel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;

class KernelSetsTest {
    @Test
    void everyNameMakesTheSetOfThatName() {
        assertThat(KernelSets.names())
                .containsExactly("auto", "portable", "nd4j", "onednn")
                .allSatisfy(name -> assertThat(KernelSets.named(name).name()).isEqualTo(name));
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatAreKnown() {
        String before = System.getProperty(KernelSets.PROPERTY);
        try {
            System.setProperty(KernelSets.PROPERTY, "mkl");
            assertThatIllegalArgumentException()
                    .isThrownBy(KernelSets::chosen)
                    .withMessage("-Dgan4j.kernels=mkl: there are no such kernels. Known: auto, portable, nd4j,"
                            + " onednn. Leave the property away for auto.");
        } finally {
            if (before == null) {
                System.clearProperty(KernelSets.PROPERTY);
            } else {
                System.setProperty(KernelSets.PROPERTY, before);
            }
        }
    }

    @Test
    void describesTheSetTheBlasAndTheThreadsInOneLine() {
        assertThat(KernelSets.describe())
                .startsWith(KernelSets.chosen() + ", ")
                .containsPattern("\\d+ threads")
                .doesNotContain("\n");
    }

    @Test
    void thePropertyChoosesAndOnlyTheChoiceLoadsNd4j() throws Exception {
        assertThat(process("nd4j")).startsWith("nd4j, ").contains("org.nd4j.linalg.factory.Nd4j ");
        assertThat(process("portable")).startsWith("portable, ").doesNotContain("org.nd4j.", "org.bytedeco.dnnl.");
        assertThat(process("onednn")).startsWith("onednn, ").doesNotContain("org.nd4j.");
        assertThat(process("auto")).startsWith("auto, ").doesNotContain("org.nd4j.");
    }

    /** Starts a process of its own with one set and returns its description and the classes that were loaded. */
    private static String process(String set) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + KernelSets.PROPERTY + "=" + set,
                        Computation.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("= 11.0");
        return output.substring(output.indexOf(set + ", ")) + output;
    }

    /** One product and one sum with the chosen kernels. */
    static final class Computation {
        private Computation() {}

        public static void main(String[] arguments) {
            KernelSet set = KernelSets.current();
            Block a = Cases.of(DType.FLOAT32, 1, 2);
            Block b = Cases.of(DType.FLOAT32, 3, 4);
            Block c = Memory.allocate(DType.FLOAT32, 1);
            set.matrix().multiply(a, false, b, false, c, 1, 2, 1, false);
            set.elementwise().binary(BinaryOperation.ADD, a, b.get(0), b, 2);
            System.out.println();
            System.out.println(KernelSets.describe() + ", = " + c.get(0));
        }
    }
}
