package org.gan4j.losses.penalty;

import static com.google.inject.Guice.createInjector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.binding.CoreModule;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.training.GameTraining;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.contract.Plane;
import org.junit.jupiter.api.Test;

/** What the rules say of a configuration when it is read. */
class PenaltyRulesTest {
    /** A discriminator that subtracts the mean of the batch. */
    public record Centred() implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(
                    spec.shape(), PlainLayer.of(Shape.of(1), (parameters, x, pass) -> x.minus(x.mean(0))));
        }

        @Override
        public boolean mixesSamples() {
            return true;
        }
    }

    /** What a run is made of, as far as the rules look. */
    public record Run(AdversarialGame game, SortedMap<String, Optimizer> optimizers) implements GameTraining {}

    private static final class Networks extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Generator.class).bind("plane", Plane.PlaneGenerator.class);
            strategies(binder(), Discriminator.class)
                    .bind("plane", Plane.PlaneDiscriminator.class)
                    .bind("centred", Centred.class);
        }
    }

    private final ConfigurationReader reader = new ConfigurationReader(
            createInjector(new LossesModule(), new CoreModule(), new Networks()).getInstance(StrategyRegistry.class));

    private Configuration<Run> read(String discriminator, String penalties, String rest) {
        String yaml = """
                game:
                  generator: plane
                  discriminator: %s
                  loss: non-saturating
                  penalties: %s
                %s
                """.formatted(discriminator, penalties, rest);
        return reader.parse(yaml, "run.yaml", List.of(), Run.class);
    }

    private List<String> warnings(String discriminator, String penalties, String optimizers) {
        return read(discriminator, penalties, "optimizers: " + optimizers).warnings().stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void batchStatisticsAreRefusedUnderGradientPenaltiesTogetherWithOtherProblems() {
        assertThatThrownBy(() -> read(
                        "{type: spectral-norm, discriminator: centred}",
                        "{a: r1, b: {type: gradient-penalty, wheight: 2}, c: dragan, d: quadratic-potential}",
                        "optimizers: {d: adam, g: adam}\nspeed: 3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("run.yaml:5")
                .hasMessageContaining("game.penalties.a - the gradient at one sample has no meaning here, because the"
                        + " discriminator's score of a sample depends on the others of its batch (batch statistics)")
                .hasMessageContaining("game.penalties.b - the gradient")
                .hasMessageContaining("game.penalties.c - the gradient")
                .hasMessageContaining("wheight - unknown key")
                .hasMessageContaining("speed - unknown key")
                .hasMessageNotContaining("game.penalties.d");
        assertThat(warnings("centred", "{d: quadratic-potential}", "{d: adam, g: adam}"))
                .isEmpty();
    }

    @Test
    void gradientTargetsAreWarnedOfWhereSomethingElseBoundsThem() {
        String clipped =
                "{d: {type: weight-decay, optimizer: {type: clipped-weights, optimizer: adam}, decay: 0.1}, g: adam}";
        assertThat(warnings("plane", "{gp: wgan-gp, still: r1}", clipped))
                .singleElement()
                .asString()
                .contains("game.penalties.gp")
                .contains(
                        "draws the norm of the score's gradient to 1.0, while clipped-weights holds it down: use one of"
                                + " the two");
        assertThat(warnings("{type: spectral-norm, discriminator: plane}", "{gp: one-sided-gradient-penalty}", "{}"))
                .singleElement()
                .asString()
                .contains("keeps the norm of the score's gradient below 1.0, which the discriminator's own bound"
                        + " (spectral-norm) does already");
        assertThat(warnings("{type: spectral-norm, discriminator: plane}", "{gp: r1, div: wgan-div}", "{}"))
                .isEmpty();
        String generator = "{d: adam, g: {type: clipped-weights, optimizer: adam}}";
        assertThat(warnings("plane", "{gp: wgan-gp}", generator)).isEmpty();
    }

    @Test
    void aPenaltyTwiceIsWarnedOf() {
        assertThat(warnings("plane", "{a: r1, b: zero-centred-gradient-penalty, c: r2}", "{}"))
                .singleElement()
                .asString()
                .contains("game.penalties.b")
                .contains("it is the same penalty as game.penalties.a but for its weight, and the two add up");
        assertThat(warnings("plane", "{a: consistency, b: {type: consistency, weight: 3}, c: dragan}", "{}"))
                .singleElement()
                .asString()
                .contains("game.penalties.b");
    }

    @Test
    void usualCombinationsAreFine() {
        assertThat(warnings("plane\n  transforms: [{type: packing, size: 2}]", "{gp: wgan-gp}", "{d: adam, g: adam}"))
                .isEmpty();
        assertThat(warnings("plane", "{r1: r1, r2: r2, qp: quadratic-potential}", "{d: adam, g: adam}"))
                .isEmpty();
    }

    @Test
    void spectralNormalisationBoundsACriticAndConsistencyDoesNot() {
        String normalised = "{type: spectral-norm, discriminator: plane}\n  loss: wasserstein";
        String plain = "plane\n  loss: wasserstein";
        assertThat(lossWarnings(normalised, "{}")).isEmpty();
        assertThat(lossWarnings(plain, "{gp: wgan-gp}")).isEmpty();
        assertThat(lossWarnings(plain, "{c: consistency}"))
                .singleElement()
                .asString()
                .contains("wrap d in spectral-norm");
    }

    private List<String> lossWarnings(String discriminatorAndLoss, String penalties) {
        String yaml = """
                game:
                  generator: plane
                  discriminator: %s
                  penalties: %s
                optimizers: {}
                """.formatted(discriminatorAndLoss, penalties);
        return reader.parse(yaml, "run.yaml", List.of(), Run.class).warnings().stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void namesInYamlBecomeTransforms() {
        AdversarialGame game = read(
                        "plane\n  transforms: [packing, {type: instance-noise, deviation: {type: linear, from: 1, to: 0,"
                                + " first: 0, last: 9}}]",
                        "{c: {type: consistency, augmentation: {type: gaussian-noise, deviation: 0.5}, where: both}}",
                        "optimizers: {}")
                .value()
                .game();
        assertThat(game.transforms()).hasSize(2);
        assertThat(game.penalties().get("c"))
                .isEqualTo(new Consistency(SampleKind.BOTH, new org.gan4j.losses.transform.GaussianNoise(0.5), 10));
    }

    @Test
    void onlyAPenaltyWithAWeightBoundsTheGradient() {
        assertThat(lossWarnings("plane\n  loss: wasserstein", "{gp: {type: wgan-gp, weight: 0}}"))
                .singleElement()
                .asString()
                .contains("has no minimum unless the gradient norm of the critic is bounded");
    }

    @Test
    void scalingAPenaltyScalesItsWeight() {
        assertThat(R1.DEFAULTS.scaled(0.01)).isEqualTo(new R1(0.1, GammaConvention.PAPER));
        assertThat(R2.DEFAULTS.scaled(0.5)).isEqualTo(new R2(5, GammaConvention.PAPER));
        assertThat(GradientPenalty.WGAN_GP.scaled(0.01)).isEqualTo(GradientPenalty.WGAN_GP.withWeight(0.1));
        assertThat(Consistency.DEFAULTS.scaled(2)).isEqualTo(Consistency.DEFAULTS.withWeight(20));
    }
}
