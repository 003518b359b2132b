package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.job.Experiment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gan list and gan describe say of losses and penalties. */
class CardsTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    /** A loss that says nothing of itself, and is not declared to look at one score at a time. */
    public record Cubic(double size) implements AdversarialLoss {
        public static final Cubic DEFAULTS = new Cubic(3);

        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return real.mean(s -> s.minus(size).square())
                    .plus(fake.mean(s -> s.plus(size).square()));
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return fake.mean(s -> s.minus(size).abs().power(3));
        }
    }

    /** The module a researcher would name with --module. */
    public static final class OwnModule extends AbstractModule implements Gan4jModule {
        @Override
        protected void configure() {
            strategies(binder(), AdversarialLoss.class).bind("cubic", Cubic.class);
        }
    }

    @Test
    void theCardOfTheHingeLoss() {
        assertThat(desk.gan("describe", "loss", "hinge").isDone().out()).contains("""

                        best score of a point, which minimises L_D:
                          s* = sign(p - q)
                          p/q  1/10  1/2  1  2  10
                          s*   -1    -1   0  1  1

                        against the best scores, computed for p = (0.5, 0.3, 0.2) and q = (0.2, 0.2, 0.6), s* = (1, 1, -1):
                          what G reads, L_G at s*:          V(q) = sum q sign(q - p) = 0.2
                          what G follows while s* is held:  F(q) = 2 TV(p, q) = 0.8
                          compare: JSD(p, q) = 0.0905658, KL(p||q) = 0.360062, KL(q||p) = 0.394816, \
                        TV(p, q) = 0.4

                        weight of a fake sample in G's gradient, |l_G'(s)|:
                          s       -8  -4  -2  -1  0  1  2  4  8
                          weight  1   1   1   1   1  1  1  1  1

                        saturates:        no: at score -20 the weight is 1 of the largest for scores of -20 to 0 \
                        (it saturates if below 1/1000)
                        Lipschitz D:      not needed
                        """);
    }

    /** KL(q||p) - 2 JSD = .394816 - .181132; V = sum q log((p + q) / p) = .2 log 1.4 + .2 log 5/3 + .6 log 4. */
    @Test
    void theCardOfTheNonSaturatingLoss() {
        assertThat(desk.gan("describe", "loss", "non-saturating").isDone().out())
                .startsWith("""
                        loss non-saturating

                        As minimax, but the generator maximises the probability that its samples are taken for real.
                        formula: L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = mean(softplus(-s_fake))
                        paper:   Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661
                        record:  org.gan4j.losses.loss.NonSaturating
                        family:  cross-entropy

                        best score of a point, which minimises L_D:
                          s* = log(p/q)
                          p/q  1/10      1/2        1  2         10
                          s*   -2.30259  -0.693147  0  0.693147  2.30259
                        """)
                .contains(" = 1.00124\n", "F(q) = KL(q||p) - 2 JSD(p, q) = 0.213685\n")
                .contains("""
                          s       -8        -4        -2        -1        0    1         2         4          8
                          weight  0.999665  0.982014  0.880797  0.731059  0.5  0.268941  0.119203  0.0179862  0.00033535
                        """)
                .endsWith("""
                          type: training
                          seeds: [1]
                          run:
                            data: ring
                            game:
                              type: adversarial
                              generator: mlp
                              discriminator: mlp
                              loss: non-saturating
                            optimizers:
                              d: {type: adam, rate: 1e-3, beta1: 0.5}
                              g: {type: adam, rate: 1e-3, beta1: 0.5}
                            batchSize: 128
                            length: 1000
                            evaluators: [modes]
                        """);
    }

    /** Weights: minimax sigmoid(s), the sum of both KL divergences 1 + e^s, the total variation 1 / (2 cosh(s)^2). */
    @Test
    void aLossSaturatesIfSamplesThatAreFoundOutHardlyCount() {
        for (String name : List.of("minimax", "kl", "total-variation")) {
            assertThat(desk.gan("describe", "loss", name).isDone().out())
                    .contains("\nsaturates:        yes: at score -20");
        }
        for (String name : List.of("jeffrey", "reverse-kl", "boundary-seeking", "least-squares")) {
            assertThat(desk.gan("describe", "loss", name).isDone().out())
                    .contains("\nsaturates:        no: at score -20");
        }
    }

    @Test
    void aLossWithoutAMinimumSaysSoAndRunsWithABound() {
        assertThat(desk.gan("describe", "loss", "wasserstein").isDone().out())
                .contains("""
                          the loss alone has no minimum: what bounds the slope of D decides
                        """)
                .contains("Lipschitz D:      needed\n")
                .contains("      penalties:\n        added: wgan-gp\n");
        assertThat(desk.gan("describe", "loss", "gan-qp").isDone().out())
                .contains("usual penalties:  quadratic-potential\n")
                .contains("      penalties:\n        added: quadratic-potential\n");
    }

    @Test
    void aLossThatComparesScoresSaysWhatCannotBeComputed() {
        assertThat(desk.gan("describe", "loss", "relativistic").isDone().out())
                .contains("the loss compares scores, so the best score of a point depends on all points")
                .contains("not computed: the loss compares scores, so F depends on the whole world")
                .contains("of one fake sample beside one real sample of score 0");
    }

    /** The best score of least squares to 3 and -3 is 3 (p - q) / (p + q); the generator's slope is 3 (s - 3)^2. */
    @Test
    void aLossOfAResearchersOwnHasACard() {
        assertThat(desk.gan("describe", "loss", "cubic", "size=2", "--module", OwnModule.class.getName())
                        .isDone()
                        .out())
                .contains("family:  other\n")
                .contains("  s*   -1.63636  -0.666667  0  0.666667  1.63636\n")
                .contains("  weight  300  108  48  27  12  3  0  12  108\n")
                .contains("Lipschitz D:      not needed\nusual penalties:  none\n")
                .contains("      loss:\n        type: cubic\n        size: 2.0\n");
    }

    @Test
    void aPenaltyOnImagesSaysSoAndRunsOnImages() {
        assertThat(desk.gan("describe", "penalty", "consistency").isDone().out())
                .contains("  not defined on points of the plane: ")
                .contains("    data: stroke-digits\n");
    }

    /** 10 (n - 1)^2. */
    @Test
    void aPenaltyIsShownOverTheSlope() {
        assertThat(desk.gan("describe", "penalty", "wgan-gp").isDone().out()).contains("""
                value where D's gradient has the norm n everywhere, as of s(x) = n x_1:
                  n  0   0.5  1  1.5  2   4
                  P  10  2.5  0  2.5  10  90
                """);
    }

    @Test
    void everyLossAndEveryPenaltyHasACardWhoseRunIsValid() {
        Framework framework = Framework.of(List.of(), List.of());
        List<String> without = new ArrayList<>();
        int cards = 0;
        for (Class<?> family : List.of(AdversarialLoss.class, Penalty.class)) {
            for (String name : framework.registry().names(family)) {
                StrategyBinding binding =
                        framework.registry().find(family, name).orElseThrow();
                Object strategy;
                try {
                    strategy = framework
                            .reader()
                            .parse(name, name, List.of(), family)
                            .value();
                } catch (ConfigurationException incomplete) {
                    without.add(name);
                    continue;
                }
                Cards.Card card =
                        new Cards(framework).of(strategy, binding, name).orElseThrow();
                assertThat(framework
                                .reader()
                                .parse(card.run().orElseThrow(), name, List.of(), Experiment.class)
                                .warnings())
                        .as(card.run().orElseThrow())
                        .isEmpty();
                cards++;
            }
        }
        assertThat(cards).isGreaterThanOrEqualTo(35);
        assertThat(without).containsExactly("f-divergence", "scaled");
    }

    @Test
    void aSmallRunRuns() throws IOException {
        for (String name : List.of("wasserstein", "kl")) {
            Map<String, ?> described = Json.parse(
                    desk.gan("describe", "loss", name, "--json").isDone().out(), name);
            desk.write(name + ".yaml", String.valueOf(described.get("run")));
            desk.gan("run", "DIR/" + name + ".yaml", "run.length=2", "run.evaluators=[]")
                    .isDone();
        }
    }

    @Test
    void curvesAreWrittenToAFileOrADirectory() throws IOException {
        desk.gan("describe", "loss", "energy-margin", "margin=2", "--plot", "DIR/pictures")
                .isDone();
        desk.gan("describe", "penalty", "r1", "--plot", "DIR/r1.png").isDone();
        for (String file : List.of("pictures/energy-margin.png", "r1.png")) {
            assertThat(Files.readAllBytes(desk.path(file)))
                    .startsWith(0x89, 'P', 'N', 'G')
                    .hasSizeGreaterThan(2000);
        }
    }

    @Test
    void curvesOfOtherThingsAreRefused() {
        desk.gan("describe", "optimizer", "sgd", "rate=1", "--plot", "x.png").isRefused(ExitCode.USAGE, """
                --plot x.png: only losses and penalties have curves. Leave it out, or describe a loss.
                """);
        desk.gan("describe", "loss", "scaled", "--plot", "x.png").isRefused(ExitCode.USAGE, """
                loss scaled: the curves depend on settings that must be given. Add them as KEY=VALUE; \
                gan describe loss scaled lists them.
                """);
    }

    @Test
    void listsShowKindAndPaper() {
        assertThat(desk.gan("list", "losses").isDone().out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .contains(
                        "non-saturating  cross-entropy  As minimax, but the generator maximises the probability that its"
                                + " samples are taken for real.  Goodfellow et al. 2014");
        assertThat(desk.gan("list", "penalties").isDone().out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .anyMatch(line ->
                        line.startsWith("wgan-gp  gradient-penalty  ") && line.endsWith("  Gulrajani et al. 2017"));
    }
}
