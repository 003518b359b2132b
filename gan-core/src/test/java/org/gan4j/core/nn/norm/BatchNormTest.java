package org.gan4j.core.nn.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private static final BatchNorm PLAIN = new BatchNorm(
            0.25, 0.5, NormStatistics.RUNNING, Optional.empty(), Optional.empty(), RunningVariance.UNBIASED);
    private static final Tensor REAL = Tensor.of(Shape.of(3, 2), 1f, 10f, 2f, 10f, 6f, 40f);
    private static final Tensor FAKE = Tensor.of(Shape.of(2, 2), -1f, 4f, 1f, 8f);

    private final RandomStream random = RandomStream.of(79);

    /**
     * numpy: x = array([[1, 10], [2, 10], [6, 40.]]); (x - x.mean(0)) / sqrt(x.var(0) + 0.5), var being biased:
     * means 3 and 20, variances 14/3 and 200.
     */
    @Test
    void theBatchIsNormalisedByItsBiasedVariance() {
        Tensor y = PLAIN.apply(Parameters.empty(), REAL.to(DType.FLOAT64), training());
        assertThat(y.toDoubles())
                .containsExactly(
                        new double[] {
                            -0.8798826901281198,
                            -0.7062245515464487,
                            -0.4399413450640599,
                            -0.7062245515464487,
                            1.3198240351921797,
                            1.4124491030928974
                        },
                        within(1e-12));
    }

    /** Unbiased variances 7 and 300: running mean 0.25 * 3 = 0.75 and 5, variance 0.75 + 0.25 * 7 = 2.5 and 75.75. */
    @Test
    void theRunningVarianceIsUnbiased() {
        ForwardPass pass = training();
        PLAIN.apply(Parameters.empty(), REAL, pass);
        assertThat(moved(pass).get("mean").toFloats()).containsExactly(0.75f, 5f);
        assertThat(moved(pass).get("variance").toDoubles()).containsExactly(new double[] {2.5, 75.75}, within(1e-5));
    }

    /** Biased variances 14/3 and 200: 0.75 + 0.25 * 14/3 and 0.75 + 50. The batch is normalised all the same. */
    @Test
    void theRunningVarianceIsBiasedOnRequest() {
        ForwardPass pass = training();
        BatchNorm biased = PLAIN.with(RunningVariance.BIASED);
        Tensor y = biased.apply(Parameters.empty(), REAL, pass);
        assertThat(moved(pass).get("mean").toFloats()).containsExactly(0.75f, 5f);
        assertThat(moved(pass).get("variance").toDoubles())
                .containsExactly(new double[] {0.75 + 3.5 / 3, 50.75}, within(1e-5));
        assertThat(y.toFloats())
                .isEqualTo(PLAIN.apply(Parameters.empty(), REAL, training()).toFloats());
        assertThat(biased.withoutScaleAndShift().with(NormStatistics.BATCH).runningVariance())
                .isEqualTo(RunningVariance.BIASED);
    }

    /** After real samples, the fakes with means 0 and 6 and unbiased variances 2 and 8, each weighing a quarter. */
    @Test
    void realAndFakeAreNormalisedApartAndBothMoveTheRunningStatistics() {
        ForwardPass pass = training();
        PLAIN.apply(Parameters.empty(), REAL, pass);
        float[] apart = PLAIN.apply(Parameters.empty(), FAKE, pass).toFloats();
        assertThat(apart)
                .containsExactly(
                        PLAIN.apply(Parameters.empty(), FAKE, training()).toFloats());
        assertThat(moved(pass).get("mean").toDoubles()).containsExactly(new double[] {0.5625, 5.25}, within(1e-6));
        assertThat(moved(pass).get("variance").toDoubles())
                .containsExactly(new double[] {2.375, 58.8125}, within(1e-5));
    }

    @Test
    void passesWithoutUpdatesAndEvaluationLeaveTheRunningStatisticsAlone() {
        ForwardPass pass = training();
        float[] y = PLAIN.apply(Parameters.empty(), REAL, pass.withoutUpdates()).toFloats();
        assertThat(y)
                .containsExactly(
                        PLAIN.apply(Parameters.empty(), REAL, training()).toFloats());
        assertThat(pass.updates()).isEmpty();
        ForwardPass evaluation = ForwardPass.evaluation(0, random, stored());
        for (NormStatistics statistics : NormStatistics.values()) {
            PLAIN.with(statistics).apply(Parameters.empty(), REAL, evaluation);
            assertThat(evaluation.updates()).as("%s", statistics).isEmpty();
        }
    }

    /** Stored mean 1 and 2, variance 3.5 and 0.5: divisors sqrt(4) and sqrt(1). */
    @Test
    void eachChoiceOfStatisticsUsesItsOwn() {
        float[] byStored = {0, 8, 0.5f, 8, 2.5f, 38};
        float[] byBatch = PLAIN.apply(Parameters.empty(), REAL, training()).toFloats();
        assertThat(apply(NormStatistics.RUNNING, false)).containsExactly(byStored);
        assertThat(apply(NormStatistics.RUNNING, true)).containsExactly(byBatch);
        assertThat(apply(NormStatistics.BATCH, false)).containsExactly(byBatch);
        assertThat(apply(NormStatistics.BATCH, true)).containsExactly(byBatch);
        assertThat(apply(NormStatistics.FROZEN, false)).containsExactly(byStored);
        assertThat(apply(NormStatistics.FROZEN, true)).containsExactly(byStored);
        ForwardPass frozen = ForwardPass.training(0, random, stored());
        PLAIN.with(NormStatistics.FROZEN).apply(Parameters.empty(), REAL, frozen);
        assertThat(frozen.updates()).isEmpty();
    }

    @Test
    void gradientsPassThroughTheStatistics() {
        BatchNorm norm = BatchNorm.standard();
        GradientCheck.check(
                2,
                arguments -> {
                    Parameters p =
                            Parameters.empty().with("scale", arguments.get(1)).with("shift", arguments.get(2));
                    Tensor y = norm.apply(p, arguments.get(0), training());
                    return y.plus(y.square());
                },
                GradientCheck.random(Shape.of(3, 2, 2, 2), 41),
                GradientCheck.random(Shape.of(2), 42),
                GradientCheck.random(Shape.of(2), 43));
        Tensor x = GradientCheck.random(Shape.of(5, 2), 44).tracked();
        Tensor sums = Gradients.of(
                        PLAIN.apply(Parameters.empty(), x, training()).square().sum(), List.of(x))
                .get(0)
                .sum(0);
        assertThat(sums.toDoubles()).containsExactly(new double[] {0, 0}, within(1e-12));
    }

    @Test
    void onlyFrozenStatisticsKeepSamplesApart() {
        BatchNorm norm = BatchNorm.standard();
        assertThat(norm.mixesSamples()).isTrue();
        assertThat(norm.with(NormStatistics.BATCH).mixesSamples()).isTrue();
        assertThat(norm.with(NormStatistics.FROZEN).mixesSamples()).isFalse();
        assertThat(Sequential.of(Activation.relu(), new NamedLayer("norm", norm))
                        .mixesSamples())
                .isTrue();
        assertThat(Sequential.of(Activation.relu(), new Flatten()).mixesSamples())
                .isFalse();
    }

    @Test
    void scaleAndShiftStartAtOneAndZeroOrAreAbsent() {
        Parameters p = BatchNorm.standard().init(Shape.of(4, 4, 3), random);
        assertThat(p.get("scale").toFloats()).containsExactly(1, 1, 1);
        assertThat(p.get("shift").toFloats()).containsExactly(0, 0, 0);
        assertThat(BatchNorm.standard()
                        .withoutScaleAndShift()
                        .init(Shape.of(3), random)
                        .names())
                .isEmpty();
        assertThat(BatchNorm.standard().buffers(Shape.of(4, 4, 3)).names()).containsExactly("mean", "variance");
    }

    @Test
    void oneNumberPerChannelAndSettingsOutOfRangeAreRefused() {
        Tensor one = Tensor.of(Shape.of(1, 2), 1f, 2f);
        assertThatThrownBy(() -> PLAIN.apply(Parameters.empty(), one, training()))
                .hasMessage(
                        "BatchNorm was given one number per channel, [1, 2], whose variance is 0; give batches of two"
                                + " samples or more");
        assertThatThrownBy(() -> new BatchNorm(
                        0, 1, NormStatistics.RUNNING, Optional.empty(), Optional.empty(), RunningVariance.UNBIASED))
                .hasMessage("momentum must be in (0, 1], but is 0.0");
        assertThatThrownBy(() -> new BatchNorm(
                        0.1,
                        Double.NaN,
                        NormStatistics.RUNNING,
                        Optional.empty(),
                        Optional.empty(),
                        RunningVariance.UNBIASED))
                .hasMessage("epsilon must be a finite number above 0, but is NaN");
    }

    private float[] apply(NormStatistics statistics, boolean training) {
        Pass pass = training ? ForwardPass.training(0, random, stored()) : ForwardPass.evaluation(0, random, stored());
        return PLAIN.with(statistics).apply(Parameters.empty(), REAL, pass).toFloats();
    }

    private static Buffers moved(ForwardPass pass) {
        return PLAIN.buffers(Shape.of(2)).updated(pass.updates());
    }

    private static Buffers stored() {
        return PLAIN.buffers(Shape.of(2))
                .with("mean", Tensor.of(Shape.of(2), 1f, 2f))
                .with("variance", Tensor.of(Shape.of(2), 3.5f, 0.5f));
    }

    private ForwardPass training() {
        return ForwardPass.training(0, random, PLAIN.buffers(Shape.of(2)));
    }
}
