package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.Draw;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Decoder;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StepMetrics;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.junit.jupiter.api.Test;

/** A game of three players, one of which is a plain layer. */
class InfoGanTest {
    private static InfoGan game(double weight) {
        return new InfoGan(
                MlpGenerator.DEFAULTS.with(new UniformLatent(3, 1)).withHidden(32),
                MlpDiscriminator.DEFAULTS.withHidden(32),
                List.of(Linear.of(32, He.DEFAULTS), Activation.relu()),
                1,
                weight);
    }

    /** A code that is uniform on [-1, 1) and cannot be read has the error 1/6, half its variance. */
    @Test
    void theThirdPlayerReadsTheCodeThatTheGeneratorWrites() {
        var ring = Ring.DEFAULTS.dataset();
        var game = game(1).open(ring);
        var random = RandomStream.of(3);
        List<Double> errors = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMetrics(StepMetrics metrics) {
                errors.add(Objects.requireNonNull(metrics.values().get("information/error")));
            }
        };
        var trainer = Trainer.of(game, new Alternating(game.defaultTurns()), Adam.of(2e-3, 0.5, 0.999));
        var end = trainer.train(ring, 64, random, TrainingPlan.steps(400).reporting(20, listener));
        assertThat(end.state().players()).containsOnlyKeys("d", "g", "q");
        assertThat(errors.get(errors.size() - 1)).isLessThan(0.05);
        // The code moves samples: two that differ in it alone differ.
        var decoder = (Decoder) game.sampler(end.state());
        Tensor codes = Tensor.of(Shape.of(2, 3), -0.9f, 0.1f, 0.2f, 0.9f, 0.1f, 0.2f);
        Tensor made = decoder.decode(Samples.of(codes), decoder.pass(random.split("decode")));
        assertThat(made.slice(0, 0, 1).minus(made.slice(0, 1, 2)).norm().item()).isGreaterThan(0.5);
    }

    @Test
    void eachPlayerHasTheGradientOfItsOwnLoss() {
        var ring = Ring.DEFAULTS.dataset();
        var game = game(0.5).open(ring);
        var state = game.start(RandomStream.of(1)).tracking(List.of("g", "q"));
        var batch = ring.batches(16, RandomStream.of(2)).batch(0);
        var losses = game.losses(state, Draw.of(batch, RandomStream.of(4)), List.of("g", "q"));
        assertThat(losses.losses()).containsOnlyKeys("g", "q");
        assertThat(Gradients.of(losses.loss("q"), state.player("q").parameters().list()))
                .allMatch(gradient -> gradient.norm().item() > 0);
        assertThat(Gradients.of(losses.loss("g"), state.player("g").parameters().list()))
                .allMatch(gradient -> gradient.norm().item() > 0);
    }

    @Test
    void refusesMoreCodesThanLatentCoordinates() {
        assertThatThrownBy(() -> new InfoGan(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, List.of(), 3, 1))
                .hasMessage("codes must be 1 to the latent size, but is 3");
    }
}
