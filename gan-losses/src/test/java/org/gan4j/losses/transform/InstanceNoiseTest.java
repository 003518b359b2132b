package org.gan4j.losses.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.optim.LinearSchedule;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.contract.Plane;
import org.gan4j.losses.loss.NonSaturating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceNoiseTest {
    private static final LinearSchedule FALLING = new LinearSchedule(2, 0, 0, 4);

    @ParameterizedTest
    @EnumSource(DType.class)
    void theDeviationFollowsTheStep(DType type) {
        Tensor values = Tensor.full(type, Shape.of(4000, 1), 3);
        double[] expected = {2, 1.5, 1, 0.5, 0, 0};
        for (int step = 0; step < expected.length; step++) {
            ForwardPass pass = ForwardPass.training(step, RandomStream.of(5), Buffers.empty());
            Tensor noise = new InstanceNoise(FALLING)
                    .apply(Samples.of(values), pass)
                    .values()
                    .minus(3);
            assertThat(noise.dtype()).isEqualTo(type);
            assertThat(noise.mean().item()).isCloseTo(0, within(0.08 * expected[step] + 1e-9));
            assertThat(Math.sqrt(noise.square().mean().item()))
                    .isCloseTo(expected[step], within(0.05 * expected[step] + 1e-9));
        }
    }

    /** Equal real and fake samples would meet equal noise from one stream; the game gives each its own. */
    @Test
    void realAndFakeSamplesHaveNoiseOfTheirOwn() {
        List<Tensor> shown = new ArrayList<>();
        Penalty looking = (score, real, fake, random) -> {
            shown.add(real);
            shown.add(fake);
            return real.mean().times(0);
        };
        InstanceNoise noise = new InstanceNoise(Schedule.constant(1));
        RandomStream random = RandomStream.of(3);
        for (List<InstanceNoise> transforms :
                List.of(List.<InstanceNoise>of(), List.of(noise), List.of(noise, noise))) {
            AdversarialGame game =
                    Plane.game(new NonSaturating(), Map.of("looking", looking), new ArrayList<>(transforms));
            PlayableGame opened = game.open(SampleSpec.unbounded(Shape.of(2)), DType.FLOAT32);
            opened.losses(
                    opened.start(random.replay().split("start")),
                    Draw.of(
                            new Plane.PlaneBatches(Shape.of(2), random.replay().split("data")).batch(0),
                            random.replay().split("play")),
                    List.of("d"));
        }
        Tensor real = shown.get(2).minus(shown.get(0));
        Tensor fake = shown.get(3).minus(shown.get(1));
        Tensor twice = shown.get(4).minus(shown.get(0));
        assertThat(correlation(real, fake)).isLessThan(0.6);
        assertThat(correlation(real, twice.minus(real))).isLessThan(0.6);
        assertThat(correlation(real, real)).isCloseTo(1, within(1e-6));
    }

    @Test
    void samplesWithNoiseHaveNoBoundsAndKeepTheirLabels() {
        SampleSpec spec = InstanceNoise.DEFAULTS.transformed(
                new SampleSpec(Shape.of(2), 0, 1, 3, () -> Tensor.of(Shape.of(2), 0.5f, 0.25f)));
        assertThat(spec.bounded()).isFalse();
        assertThat(spec.classes()).isEqualTo(3);
        Samples labelled = Samples.of(Tensor.of(Shape.of(1, 2), 1f, 2f), Tensor.of(Shape.of(1), 2f));
        Samples noisy =
                InstanceNoise.DEFAULTS.apply(labelled, ForwardPass.training(0, RandomStream.of(1), Buffers.empty()));
        assertThat(noisy.labels()).isEqualTo(labelled.labels());
        InstanceNoise none = new InstanceNoise(Schedule.constant(0));
        assertThat(none.apply(labelled, ForwardPass.training(0, RandomStream.of(1), Buffers.empty())))
                .isSameAs(labelled);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theDeviationIsFiniteAndNotNegative(double wrong) {
        assertThatThrownBy(() -> new InstanceNoise(step -> wrong))
                .hasMessage("deviation must be finite and at least 0, but is " + wrong + " at step 0");
        InstanceNoise later = new InstanceNoise(step -> step < 3 ? 1 : wrong);
        Samples samples = Samples.of(Tensor.of(Shape.of(1, 2), 1f, 2f));
        assertThatThrownBy(() -> later.apply(samples, ForwardPass.training(3, RandomStream.of(1), Buffers.empty())))
                .hasMessage("deviation must be finite and at least 0, but is " + wrong + " at step 3");
    }

    private static double correlation(Tensor a, Tensor b) {
        return Math.abs(a.times(b).sum().item())
                / Math.sqrt(a.square().sum().item() * b.square().sum().item());
    }
}
