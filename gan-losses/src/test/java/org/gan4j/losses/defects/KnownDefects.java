package org.gan4j.losses.defects;

import java.util.List;

/**
 * Defects of losses and penalties that have shipped in well-known code, by the number that our survey of it gives them,
 * and the test that fails if the same happens here.
 *
 * <p>Numbers 13, 15, 18 and 19 are about latent optimisation, evaluation and sampling, for which there is no loss or
 * penalty to get wrong.
 */
final class KnownDefects {
    /**
     * A defect and its test.
     *
     * @param number in the survey
     * @param where the code that shipped it
     * @param defect what was wrong
     * @param test the class of the test, and after # its method
     * @param seeded what {@link BrokenLosses} or {@link BrokenPenalties} call a loss or penalty with this defect, which the
     *     contract must find; empty if the defect is no loss's or penalty's own
     */
    record Defect(int number, String where, String defect, String test, String seeded) {
        @Override
        public String toString() {
            return number + " " + where + ": " + defect;
        }
    }

    private static final String LOSSES = "org.gan4j.losses.loss.RegisteredLossesTest#everyLoss";
    private static final String PENALTIES = "org.gan4j.losses.contract.RegisteredPenaltiesTest#registered";
    private static final String GAME = "org.gan4j.core.game.adversarial.AdversarialGameTest#";
    private static final String REPELLING = "org.gan4j.losses.game.RepellingTermTest#";
    private static final String SCHEME = "org.gan4j.core.training.scheme.SchemeTest#";

    static final List<Defect> ALL = List.of(
            new Defect(
                    1,
                    "torchgan wasserstein_gradient_penalty, dragan_gradient_penalty",
                    "one norm over the whole batch",
                    PENALTIES,
                    "the norm is taken over the whole batch"),
            new Defect(
                    1,
                    "torchgan wasserstein_gradient_penalty, dragan_gradient_penalty",
                    "one number of interpolation per batch",
                    "org.gan4j.losses.penalty.GradientPenaltyTest#interpolationDrawsOneNumberPerSample",
                    ""),
            new Defect(
                    1,
                    "torchgan train_ops",
                    "the penalty takes a step of its own",
                    GAME + "penaltiesAreAddedToTheLossAndReported",
                    ""),
            new Defect(
                    2,
                    "MEG score_penalty, PyTorch-GAN dragan.py",
                    "a norm over channels, per pixel",
                    PENALTIES,
                    "the norm is taken over the first axis of a sample, so per pixel of an image"),
            new Defect(
                    2,
                    "MEG score_penalty",
                    "an effective weight of 10/784",
                    PENALTIES,
                    "the weight is 10 / 784 of what it says, by a mean over the numbers of a sample"),
            new Defect(
                    3,
                    "caogang/wgan-gp, Zeleni9/pytorch-wgan",
                    "a norm over channels, per pixel",
                    PENALTIES,
                    "the norm is taken over the first axis of a sample, so per pixel of an image"),
            new Defect(
                    4,
                    "PyTorch-GAN dragan.py",
                    "the discriminator's loss is never back-propagated",
                    LOSSES,
                    "the discriminator's loss is computed and never used"),
            new Defect(
                    5,
                    "PyTorch-GAN relativistic_gan.py",
                    "the relativistic loss of the generator is overwritten",
                    LOSSES,
                    "the relativistic generator's loss is overwritten by the non-saturating one"),
            new Defect(
                    6,
                    "HyperGAN ragan_loss.py",
                    "the fake score is set to the real one",
                    LOSSES,
                    "the fake score of a pair is set to the real one"),
            new Defect(
                    7,
                    "PyTorch-GAN, 47 places",
                    "a momentum of 0.8 is given for the epsilon of batch normalisation: no unit variance",
                    "org.gan4j.core.nn.norm.BatchNormTest#theBatchIsNormalisedByItsBiasedVariance",
                    ""),
            new Defect(
                    8,
                    "torchgan mutual_information_penalty",
                    "a detached value: no gradient",
                    LOSSES,
                    "a part of the loss is a constant to the gradient"),
            new Defect(
                    8,
                    "torchgan mutual_information_penalty",
                    "a detached value: no gradient",
                    PENALTIES,
                    "the norm is a constant to the optimizer"),
            new Defect(
                    9,
                    "torchgan energy_based_pulling_away_term",
                    "codes are normalised over the batch, and each is compared with itself too",
                    REPELLING + "orthogonalCodesGiveZeroForEveryBatch",
                    ""),
            new Defect(
                    10,
                    "torchgan Trainer",
                    "the generator's turn is counted in losses instead of updates",
                    SCHEME + "aPlayerMayHaveSeveralTurnsInAStep",
                    ""),
            new Defect(
                    11,
                    "mimicry losses.py",
                    "the loss called minimax is the non-saturating one",
                    LOSSES,
                    "the generator's loss is that of another loss of the same optimum"),
            new Defect(
                    11,
                    "mimicry losses.py",
                    "log(sigmoid + 1e-8): no gradient below scores of -18",
                    LOSSES,
                    "the generator's logarithm has a constant against zero: no gradient below scores of -18"),
            new Defect(
                    12,
                    "mimicry test_losses.py",
                    "an assertion that minus infinity passes",
                    LOSSES,
                    "the discriminator's loss is minus infinity"),
            new Defect(
                    14,
                    "compare_gan modular_gan_test.py",
                    "a misspelt setting changes nothing",
                    "org.gan4j.core.config.ConfigurationProblemsTest#allProblemsAtOnce",
                    ""),
            new Defect(
                    16,
                    "compare_gan BEGAN.py",
                    "the balance variable leaves [0, 1]",
                    "org.gan4j.losses.game.BoundaryEquilibriumTest#theBalanceStaysInItsRangeWhateverTheErrors",
                    ""),
            new Defect(
                    17,
                    "TF-GAN minimax_discriminator_loss",
                    "labels are smoothed by default, to another value than is said",
                    LOSSES,
                    "labels are smoothed to 0.875 unless one asks for them not to be"),
            new Defect(
                    17,
                    "TF-GAN gan_loss",
                    "the Wasserstein loss with nothing that bounds the critic",
                    "org.gan4j.losses.loss.LossRulesTest#aLossThatNeedsALipschitzCriticIsWarnedOfWithoutABound",
                    ""),
            new Defect(
                    20,
                    "WassersteinGAN main.py",
                    "weights are clipped before the step",
                    "org.gan4j.losses.penalty.PenalisedTrainingTest#clippedWeightsHoldAfterEveryUpdate",
                    ""),
            new Defect(
                    21,
                    "GF14 AdversaryPair.get_monitoring_channels",
                    "real and fake are swapped in reports",
                    GAME + "reportsMomentsOfScoresAndProbabilitiesUnderTheRightNames",
                    ""),
            new Defect(
                    22,
                    "PacGAN load_mnist",
                    "data in [0, 1], generator in [-1, 1]",
                    GAME + "refusesAGeneratorWhoseRangeIsNotTheDatas",
                    ""),
            new Defect(
                    23,
                    "Keras-GAN wgan_gp.py",
                    "a batch size of 32 in a shape",
                    PENALTIES,
                    "the batch size is written into a shape"));

    private KnownDefects() {}
}
