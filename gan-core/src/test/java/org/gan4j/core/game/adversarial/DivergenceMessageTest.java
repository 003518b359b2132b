package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;

/** A training that runs away says which loss it was and how far the scores had gone. */
class DivergenceMessageTest {
    private static final String NUMBER = "-?[0-9.e+]+";

    /** The KL divergence with the score as log density ratio: T = 1 + s, f*(T) = e^s, infinite in float32 from s = 88.7. */
    private record Exponential() implements PointwiseLoss {
        @Override
        public Tensor real(Tensor score) {
            return score.negate();
        }

        @Override
        public Tensor fake(Tensor score) {
            return score.exp();
        }

        @Override
        public Tensor generator(Tensor score) {
            return score.exp().negate();
        }

        @Override
        public LossProperties facts() {
            return LossProperties.of("test").finiteUpTo(80);
        }
    }

    @Test
    void namesTheLossItsRangeAndTheScores() {
        TrainingOutcome.Diverged diverged = runAway(new TreeMap<>());
        assertThat(diverged.name()).isIn("loss/d", "loss/g");
        assertThat(diverged.message())
                .matches("diverged at step \\d+: loss/[dg] is -?(Infinity|NaN): exponential"
                        + " \\(finite for \\|s\\| <= 80\\), scores of real samples from " + NUMBER + " to " + NUMBER
                        + ", scores of fake samples from " + NUMBER + " to " + NUMBER
                        + "; the last good state is that after step "
                        + diverged.state().step());
        assertThat(diverged.circumstances()).isNotEmpty();
    }

    @Test
    void namesThePenaltyThatRanAway() {
        SortedMap<String, Penalty> penalties = new TreeMap<>();
        penalties.put(
                "size", (score, real, fake, random) -> score.apply(real).exp().mean());
        assertThat(runAway(penalties).message()).contains(", penalty/size ");
    }

    /** The loss is still finite when its gradient is not: what is found are the spoilt parameters. */
    @Test
    void namesTheLossWhoseGradientSpoiltTheParameters() {
        AdversarialLoss steep = new PointwiseLoss() {
            @Override
            public Tensor real(Tensor score) {
                return score.minus(score.detach()).times(1e38).times(1e10);
            }

            @Override
            public Tensor fake(Tensor score) {
                return score.softplus();
            }

            @Override
            public Tensor generator(Tensor score) {
                return score.negate();
            }

            @Override
            public String displayName() {
                return "steep";
            }
        };
        TrainingOutcome.Diverged diverged = train(steep, new TreeMap<>());
        assertThat(diverged.name()).isEqualTo("d/bend");
        assertThat(diverged.step()).isEqualTo(1);
        assertThat(diverged.message())
                .contains(
                        "d/bend is ",
                        ": its update came from steep (finite for |s| <= 10000), scores of real samples from ");
    }

    @Test
    void saysHowManyScoresAreUndefined() {
        LossDiagnostics circumstances = new LossDiagnostics();
        circumstances.named(() -> "loss");
        circumstances.mention(
                "scores", () -> Optional.of(Tensor.of(Shape.of(4), 1f, Float.NaN, -2.5f, Float.POSITIVE_INFINITY)));
        circumstances.mention("others", Optional::empty);
        circumstances.mention("rest", () -> Optional.of(Tensor.of(Shape.of(2), Float.NaN, Float.NaN)));
        assertThat(circumstances.text()).isEqualTo("loss, scores from -2.500 to Infinity and 1 of 4 NaN, rest all NaN");
    }

    private static TrainingOutcome.Diverged runAway(SortedMap<String, Penalty> penalties) {
        return train(new Exponential(), penalties);
    }

    private static TrainingOutcome.Diverged train(AdversarialLoss loss, SortedMap<String, Penalty> penalties) {
        AdversarialGame game = AdversarialGame.of(new LineGame.LineGenerator(), new LineGame.LineDiscriminator(0), loss)
                .withPenalties(penalties);
        Trainer trainer = Trainer.of(LineGame.opened(game), new Simultaneous(), Sgd.of(0.5));
        RandomStream random = RandomStream.of(3);
        TrainingOutcome outcome = trainer.train(
                trainer.start(random),
                new LineGame.LineBatches(random.split("data")),
                random,
                TrainingPlan.steps(2_000));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        return (TrainingOutcome.Diverged) outcome;
    }
}
