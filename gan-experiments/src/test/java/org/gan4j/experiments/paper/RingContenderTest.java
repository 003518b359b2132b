package org.gan4j.experiments.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.cli.Framework;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.losses.loss.Hinge;
import org.gan4j.losses.penalty.GammaConvention;
import org.gan4j.losses.penalty.R1;
import org.junit.jupiter.api.Test;

/** The losses on the ring, and what stands beside each. */
class RingContenderTest {
    private final ConfigurationReader reader =
            Framework.of(List.of(), List.of()).reader();

    private LossesOnRing experiment(String... overrides) {
        return (LossesOnRing) reader.parse("losses-on-ring", "command line", List.of(overrides), Experiment.class)
                .value();
    }

    /** Labels name losses and companions as the table of the paper's settings does. */
    @Test
    void everyLossIsThereWithItsUsualCombinations() {
        assertThat(RingContender.of(experiment().losses()))
                .extracting(RingContender::label)
                .containsExactly(
                        "alpha-divergence + r1",
                        "boundary-seeking + r1",
                        "energy-difference + zero-centred-gradient-penalty",
                        "energy-margin, clipped",
                        "gan-divergence + r1",
                        "gan-qp + quadratic-potential",
                        "hinge + r1",
                        "hinge, spectral-norm",
                        "jeffrey + r1",
                        "jensen-shannon + r1",
                        "kl + r1",
                        "label-smoothing + r1",
                        "least-squares + r1",
                        "least-squares-pearson + r1",
                        "minimax + r1",
                        "neyman-chi-square + r1",
                        "non-saturating",
                        "non-saturating + r1",
                        "pearson-chi-square + r1",
                        "relativistic + r1 + r2",
                        "relativistic-average + r1",
                        "reverse-kl + r1",
                        "squared-hellinger + r1",
                        "total-variation + r1",
                        "wasserstein, clipped",
                        "wasserstein + wgan-gp",
                        "wgan-div + wgan-div");
    }

    @Test
    void penaltiesWeighWhatTheyDoOnPointsUnlessTheyArePartOfTheLoss() {
        assertThat(described("hinge")).anyMatch(run -> run.contains("\"r1\":{\"convention\":\"paper\",\"gamma\":0.1,"));
        assertThat(described("wasserstein"))
                .anyMatch(run -> run.contains("\"wgan-gp\":{\"centre\":1.0,") && run.contains("\"weight\":0.1,"));
        assertThat(described("wgan-div"))
                .allMatch(run -> run.contains("\"power\":6.0") && run.contains("\"weight\":2.0,"));
        assertThat(described("gan-qp")).allMatch(run -> run.contains("\"lambda\":10.0,"));
        assertThat(described("energy-margin")).allMatch(run -> run.contains("\"bound\":0.1,"));
    }

    private List<String> described(String loss) {
        LossesOnRing experiment = experiment("seeds=[1]", "losses={it: " + loss + "}");
        return experiment.jobs().stream()
                .map(job -> reader.resolve(job, TrainingJob.class).json())
                .toList();
    }

    /** A loss that says what it is to be trained with. */
    record Own(LossProperties facts) implements AdversarialLoss {
        @Override
        public Tensor discriminatorLoss(Scores real, Scores fake) {
            return new Hinge().discriminatorLoss(real, fake);
        }

        @Override
        public Tensor generatorLoss(Scores real, Scores fake) {
            return new Hinge().generatorLoss(real, fake);
        }
    }

    @Test
    void lossesOfOthersAreRunWithWhatTheySay() {
        LossProperties facts = LossProperties.of("own");
        Companions two = Companions.penalty("r1", R1.DEFAULTS).and("a", R1.DEFAULTS);
        SortedMap<String, AdversarialLoss> losses = new TreeMap<>();
        losses.put("nothing-said", new Own(facts));
        losses.put("needing", new Own(facts.needingLipschitz()));
        losses.put("said", new Own(facts.withCompanions(two, Companions.SPECTRAL_NORM)));
        List<RingContender> contenders = RingContender.of(losses);
        assertThat(contenders)
                .extracting(RingContender::label)
                .containsExactly("needing, clipped", "nothing-said", "said + a + r1", "said, spectral-norm");
        assertThat(contenders.get(2).beside().penalties().values()).containsOnly(new R1(0.1, GammaConvention.PAPER));
        Optimizer clipped = new LossesOnRing(1, List.of(1L), losses)
                .jobs()
                .get(0)
                .optimizers()
                .get("d");
        assertThat(clipped).isInstanceOf(ClippedWeights.class);
    }

    @Test
    void theQuickstartPairsFourLossesBySeed() {
        Quickstart quickstart = (Quickstart)
                reader.parse("quickstart", "command line", List.of("steps=10", "seeds=[4,9]"), Experiment.class)
                        .value();
        assertThat(quickstart.jobs())
                .hasSize(8)
                .extracting(job -> job.seed())
                .containsExactly(4L, 9L, 4L, 9L, 4L, 9L, 4L, 9L);
        assertThat(quickstart.jobs()).extracting(job -> job.name()).doesNotHaveDuplicates();
    }

    @Test
    void refusesNumbersThatMakeNoExperiment() {
        assertThatThrownBy(() -> reader.parse("quickstart", "command line", List.of("steps=0"), Experiment.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("steps must be at least 1, but is 0");
        assertThatThrownBy(() -> reader.parse("quickstart", "command line", List.of("seeds=[1,1]"), Experiment.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("seeds must be different and at least one, but are [1, 1]");
        assertThatThrownBy(() -> reader.parse("losses-on-ring", "command line", List.of("losses={}"), Experiment.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("losses must name at least one, or be all");
    }
}
