package org.gan4j.experiments.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.experiments.training.Intervals;
import org.gan4j.experiments.training.Steps;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.junit.jupiter.api.Test;

class MemoryTrialTest {
    private static final int STEPS = 300;

    /**
     * In a process of its own, because tensors that other tests have left behind are freed at any time. Those of the
     * start, which no scope holds, may be freed too: the bytes in use may fall once, and must never rise.
     */
    @Test
    void everyStepGivesBackWhatItTook() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ringed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        List<Long> inUse = output.lines().map(Long::valueOf).toList();
        assertThat(inUse).hasSize(STEPS + 1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(inUse.get(STEPS)).isPositive();
    }

    @Test
    void flatMeansWithinTwoPercentOfTheFirstReading() {
        assertThat(report(1000, 1020, 985, 1001)).satisfies(report -> {
            assertThat(report.largestChange())
                    .hasValueSatisfying(change -> assertThat(change).isCloseTo(0.02, within(1e-12)));
            assertThat(report.first().resident()).contains(1000L);
            assertThat(report.last().resident()).contains(1001L);
        });
        assertThat(report(100_000, 101_999).isFlat()).isTrue();
        assertThat(report(100_000, 102_001, 100_000).isFlat()).isFalse();
        assertThat(report(100_000, 97_999, 100_000).isFlat()).isFalse();
    }

    @Test
    void whatCannotBeReadIsNotFlat() {
        MemoryReading unknown = new MemoryReading(0, Optional.empty(), 1, 1, 1, 1);
        MemoryReport report = new MemoryReport(List.of(unknown, unknown), true);
        assertThat(report.largestChange()).isEmpty();
        assertThat(report.isFlat()).isFalse();
    }

    @Test
    void aTrialWithNothingToCompareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryTrial(10, 5, 6))
                .withMessageContaining("but has 10, 6 and 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryReport(List.of(), true))
                .withMessage("a comparison needs at least 2 readings, but has 0");
    }

    private static MemoryReport report(long... resident) {
        List<MemoryReading> readings = new ArrayList<>();
        for (long bytes : resident) {
            readings.add(new MemoryReading(readings.size(), Optional.of(bytes), 1, 1, 1, 1));
        }
        return new MemoryReport(readings, true);
    }

    /** Trains small networks and prints the bytes in use after each step. */
    static final class Ringed {
        private Ringed() {}

        public static void main(String[] arguments) {
            TreeMap<String, Optimizer> optimizers = new TreeMap<>();
            optimizers.put(AdversarialGame.DISCRIMINATOR, Adam.GAN_DEFAULTS);
            optimizers.put(AdversarialGame.GENERATOR, Adam.GAN_DEFAULTS);
            TrainingJob job = new TrainingJob(
                    Ring.DEFAULTS,
                    AdversarialGame.of(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, new NonSaturating()),
                    Optional.of(new Simultaneous()),
                    optimizers,
                    new TreeMap<>(),
                    32,
                    new Steps(STEPS),
                    5,
                    new Intervals(10, 1000, 1000),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
            new MemoryTrial(20, STEPS, 1)
                    .of(
                            job,
                            DataDirectory.choose(Optional.empty()),
                            reading -> System.out.println(reading.blocksInUse()));
        }
    }
}
