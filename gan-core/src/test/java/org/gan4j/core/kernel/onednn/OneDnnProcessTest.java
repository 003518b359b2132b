package org.gan4j.core.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;

/** What needs a process of its own: other numbers of threads, a missing library, the memory of a whole process. */
class OneDnnProcessTest {
    @Test
    void theDigitsAreTheSameInEveryProcessAndForEveryNumberOfThreads() throws Exception {
        assumeThat(OneDnn.missing()).isEmpty();
        String two = process(Digits.class, 2, jar -> true);
        assertThat(two).containsPattern("digits( -?\\d+){4}");
        assertThat(process(Digits.class, 2, jar -> true)).isEqualTo(two);
        assertThat(process(Digits.class, 1, jar -> true)).isEqualTo(two);
    }

    @Test
    void withoutTheLibraryThePortableKernelsMultiplyAndTheDescriptionSaysWhy() throws Exception {
        assertThat(process(Digits.class, 2, jar -> !jar.matches("dnnl-[\\d.-]+-[a-z].*jar")))
                .contains("onednn, OpenBLAS ")
                .contains(" instead of oneDNN, which cannot be used here (UnsatisfiedLinkError: ")
                .contains("= 11.0");
        assertThat(process(Digits.class, 2, jar -> !jar.startsWith("dnnl-")))
                .contains(" instead of oneDNN, which cannot be used here (ClassNotFoundException: org.bytedeco.dnnl.")
                .contains("= 11.0");
    }

    @Test
    void theMemoryOfTheProcessDoesNotGrowWithProducts() throws Exception {
        assumeThat(OneDnn.missing()).isEmpty();
        String output = process(Growth.class, 2, jar -> true).trim();
        System.out.println("oneDNN: " + output.lines().findFirst().orElse(""));
        assertThat(output).startsWith("20000 products and 3000 preparations: ");
        assertThat(number(output, ": (\\d+) KiB, ")).isGreaterThan(64 << 10);
        assertThat(number(output, "(-?\\d+) KiB more")).isLessThan(12 << 10);
        assertThat(number(output, "(-?\\d+) KiB seen")).isGreaterThan(12 << 10);
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static String process(Class<?> main, int threads, Predicate<String> jars)
            throws IOException, InterruptedException {
        String classes = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(path -> jars.test(Path.of(path).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx64m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + KernelSets.PROPERTY + "=onednn",
                "-cp",
                classes,
                main.getName()));
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replaceAll("\\d+ threads", "threads");
    }

    /** Describes the kernels, computes 1 * 3 + 2 * 4, and a hash of all bits of products large enough to be cut. */
    static final class Digits {
        private Digits() {}

        public static void main(String[] arguments) {
            MatrixKernels kernels = KernelSets.current().matrix();
            Block c = Memory.allocate(DType.FLOAT32, 1201 * 257);
            kernels.multiply(
                    Cases.of(DType.FLOAT32, 1, 2), false, Cases.of(DType.FLOAT32, 3, 4), false, c, 1, 2, 1, false);
            System.out.println(KernelSets.describe() + ", = " + c.get(0));
            Random random = new Random(5);
            Block a = Cases.of(DType.FLOAT32, Cases.normal(random, 1201 * 301));
            Block b = Cases.of(DType.FLOAT32, Cases.normal(random, 301 * 257));
            long hash = 0;
            for (int flags = 0; flags < 8; flags++) {
                kernels.multiply(a, (flags & 1) != 0, b, (flags & 2) != 0, c, 1201, 301, 257, (flags & 4) != 0);
                hash = 31 * hash + Arrays.hashCode(Cases.read(c, 1201 * 257));
            }
            System.out.println("digits " + hash + convolutions(random));
        }

        /** A hash of all bits of the three maps of a convolution that is cut into four parts, the last one smaller. */
        private static String convolutions(Random random) {
            ConvolutionKernels kernels = KernelSets.current().convolution();
            ConvolutionSizes sizes =
                    new ConvolutionSizes(31, new Image(14, 14, 48), new Image(7, 7, 128), new Window(5, 5, 2, 2, 2, 2));
            Block x =
                    Cases.of(DType.FLOAT32, Cases.normal(random, 31 * sizes.x().size()));
            Block w = Cases.of(DType.FLOAT32, Cases.normal(random, sizes.weights()));
            Block z = Memory.allocate(DType.FLOAT32, 31 * sizes.z().size());
            kernels.forward(x, w, z, sizes);
            kernels.backwardWeights(x, z, w, sizes);
            kernels.backwardData(z, w, x, sizes);
            return " " + Arrays.hashCode(Cases.read(z, 31 * sizes.z().size()))
                    + " " + Arrays.hashCode(Cases.read(w, sizes.weights()))
                    + " " + Arrays.hashCode(Cases.read(x, 31 * sizes.x().size()));
        }
    }

    /** Prints how many KiB the process holds after many products more than after the first ones. */
    static final class Growth {
        private static final int SHAPES = OneDnnThread.MOST + 44;

        private Growth() {}

        public static void main(String[] arguments) {
            MatrixKernels kernels = KernelSets.current().matrix();
            Random random = new Random(6);
            Block a = Cases.of(DType.FLOAT32, Cases.normal(random, 700 * 64));
            Block b = Cases.of(DType.FLOAT32, Cases.normal(random, 700 * 64));
            Block c = Memory.allocate(DType.FLOAT32, 64 * 64);
            Runnable products = () -> {
                for (int i = 0; i < 20_000; i++) {
                    int k = 16 + i % 40;
                    kernels.multiply(a, i % 3 == 0, b, i % 2 == 0, c, 64, k, 64, i % 5 == 0);
                }
                for (int i = 0; i < 3000; i++) {
                    kernels.multiply(a, false, b, false, c, 16, 16 + i % SHAPES, 17, false);
                }
            };
            products.run();
            long before = Pointer.physicalBytes();
            products.run();
            long more = Pointer.physicalBytes() - before;
            System.out.println("20000 products and 3000 preparations: " + (before >> 10) + " KiB, then " + (more >> 10)
                    + " KiB more");
            long grown = Pointer.physicalBytes();
            Block large = Cases.of(DType.FLOAT32, new double[4 << 20]);
            System.out.println(
                    large.capacity() + " floats: " + ((Pointer.physicalBytes() - grown) >> 10) + " KiB seen");
        }
    }
}
