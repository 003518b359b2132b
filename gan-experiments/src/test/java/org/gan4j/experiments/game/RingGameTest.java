package org.gan4j.experiments.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.StepMetrics;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.gan4j.models.OutputActivation;
import org.gan4j.models.OutputBias;
import org.junit.jupiter.api.Test;

/** Losses, models, data and training together: a small game on the ring of eight. */
class RingGameTest {
    private static final long SEED = 2;
    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final AdversarialGame GAME = AdversarialGame.of(
            new MlpGenerator(
                    NormalLatent.standard(2),
                    HIDDEN,
                    Activation.relu(),
                    OutputActivation.LINEAR,
                    OutputBias.ZERO,
                    He.DEFAULTS,
                    1,
                    Conditioning.NONE),
            new MlpDiscriminator(HIDDEN, Activation.leakyRelu(0.2), He.DEFAULTS, 1, 1, Conditioning.NONE),
            new NonSaturating());

    private final Dataset ring = Ring.DEFAULTS.open(new DataDirectory(Path.of("unused")));

    @Test
    void samplesComeCloserToTheData() {
        Trainer trainer = trainer(Alternating.of("d", 1, "g"));
        double before = EnergyDistance.of(trainer.game().sampler(trainer.start(random())), ring);
        TrainingOutcome outcome = train(trainer, TrainingPlan.steps(1_000));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        double after = EnergyDistance.of(trainer.game().sampler(outcome.state()), ring);
        assertThat(after).isLessThan(before / 5);
    }

    @Test
    void theDiscriminatorIsAheadOfChanceAtTheBeginning() {
        List<StepMetrics> observed = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onMetrics(StepMetrics observation) {
                observed.add(observation);
            }
        };
        train(trainer(Alternating.of("d", 1, "g")), TrainingPlan.steps(40).reporting(20, listener));
        assertThat(observed).hasSize(3); // steps 1, 20 and 40
        Map<String, Double> values = observed.get(2).values();
        assertThat(values.get("probability/real/mean")).isGreaterThan(values.get("probability/fake/mean"));
        assertThat(values.get("loss/d")).isLessThan(Math.log(4));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        for (TrainingScheme scheme : List.of(Alternating.of("d", 2, "g"), new Simultaneous())) {
            String once = numbers(train(trainer(scheme), TrainingPlan.steps(25)).state());
            assertThat(numbers(train(trainer(scheme), TrainingPlan.steps(25)).state()))
                    .isEqualTo(once);
        }
    }

    private Trainer trainer(TrainingScheme scheme) {
        Map<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put("d", Adam.of(2e-3, 0.5, 0.999));
        optimizers.put("g", Adam.of(2e-3, 0.5, 0.999));
        return Trainer.of(GAME.open(ring), scheme, optimizers);
    }

    private TrainingOutcome train(Trainer trainer, TrainingPlan plan) {
        return trainer.train(trainer.start(random()), ring.batches(64, random().split("data")), random(), plan);
    }

    private static RandomStream random() {
        return RandomStream.of(SEED);
    }

    private static String numbers(GameState state) {
        StringBuilder text = new StringBuilder();
        state.tensors().forEach((name, tensor) -> text.append(name).append(Arrays.toString(tensor.toFloats())));
        return text.toString();
    }
}
