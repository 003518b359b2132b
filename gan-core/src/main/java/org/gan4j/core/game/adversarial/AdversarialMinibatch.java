package org.gan4j.core.game.adversarial;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.DiscriminatorOutputs;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A minibatch of a game of scores: what the discriminator makes of its real and its generated samples, in one pass each, and
 * the losses of scores. Every intermediate result is computed when first needed, and once.
 *
 * <p>A game with further terms, such as those of a head of classes, reads {@link #real} and {@link #fake}, adds to
 * {@link #scoreLosses} and returns the sum.
 */
public final class AdversarialMinibatch {
    private static final String D = TwoPlayerGame.DISCRIMINATOR;
    private static final String G = TwoPlayerGame.GENERATOR;

    private final ScoreGame game;
    private final DiscriminatorNetwork discriminator;
    private final Minibatch minibatch;
    private final ForwardPass pass;
    private final DiscriminatorInputs inputs;
    private @Nullable DiscriminatorOutputs real;
    private @Nullable DiscriminatorOutputs fake;
    private @Nullable DiscriminatorOutputs joint;

    /**
     * Takes a minibatch.
     *
     * @param game whose losses of scores these are
     * @param discriminator its network
     * @param minibatch data and generated samples
     */
    public AdversarialMinibatch(ScoreGame game, DiscriminatorNetwork discriminator, Minibatch minibatch) {
        this.game = game;
        this.discriminator = discriminator;
        this.minibatch = minibatch;
        this.pass = minibatch.pass(D, "discriminator");
        this.inputs = new DiscriminatorInputs(minibatch, game.transforms(), pass);
    }

    /** Returns the real and the generated samples as the discriminator is given them. */
    public DiscriminatorInputs inputs() {
        return inputs;
    }

    /** Returns what the discriminator makes of the real samples. */
    public DiscriminatorOutputs real() {
        DiscriminatorOutputs known = real;
        if (known == null) {
            known = game.batches() == DiscriminatorBatching.SEPARATE
                    ? outputs(inputs.real(), "real")
                    : new SlicedOutputs(joint(), 0, inputs.real().size());
            real = known;
        }
        return known;
    }

    /** Returns what the discriminator makes of the generated samples. */
    public DiscriminatorOutputs fake() {
        DiscriminatorOutputs known = fake;
        if (known == null) {
            int from = inputs.real().size();
            known = game.batches() == DiscriminatorBatching.SEPARATE
                    ? outputs(inputs.fake(), "fake")
                    : new SlicedOutputs(joint(), from, from + inputs.fake().size());
            fake = known;
        }
        return known;
    }

    /** Returns the losses of the players that are updated, as far as they are functions of scores, with the penalties. */
    public SortedMap<String, Tensor> scoreLosses() {
        Scores realScores = Scores.of(() -> real().score());
        Scores fakeScores = Scores.of(() -> fake().score());
        minibatch.named(this::lossInWords);
        minibatch.mention("scores of real samples", realScores::known);
        minibatch.mention("scores of fake samples", fakeScores::known);
        SortedMap<String, Tensor> losses = new TreeMap<>();
        if (minibatch.updates(D)) {
            losses.put(D, discriminatorLoss(realScores, fakeScores));
            reportScores("real", realScores);
            reportScores("fake", fakeScores);
        }
        if (minibatch.updates(G)) {
            losses.put(G, game.loss().generatorLoss(realScores, fakeScores));
        }
        return losses;
    }

    private String lossInWords() {
        double limit = game.loss().facts().finiteUpTo();
        double tenths = Math.floor(10 * limit) / 10;
        String size = tenths == (long) tenths ? Long.toString((long) tenths) : Double.toString(tenths);
        return game.loss().displayName() + " (finite for |s| <= " + size + ")";
    }

    private Tensor discriminatorLoss(Scores realScores, Scores fakeScores) {
        Tensor total = game.loss().discriminatorLoss(realScores, fakeScores);
        for (Map.Entry<String, Penalty> entry : game.penalties().entrySet()) {
            String name = "penalty/" + entry.getKey();
            RandomStream own = minibatch.random().split("penalty").split(entry.getKey());
            Tensor value = entry.getValue()
                    .of(
                            new PenaltyScore(own.split("score")),
                            inputs.real().values(),
                            inputs.fake().values(),
                            own.split("samples"));
            minibatch.report(name, () -> value);
            minibatch.mention(name, () -> Optional.of(value));
            total = total.plus(value);
        }
        return total;
    }

    /** Returns what the discriminator makes of real and then of generated samples, given as one batch. */
    private DiscriminatorOutputs joint() {
        DiscriminatorOutputs known = joint;
        if (known == null) {
            Samples first = inputs.real();
            Samples second = inputs.fake();
            Tensor values = Tensor.concatenate(0, first.values(), second.values());
            Optional<Tensor> labels =
                    first.labels().flatMap(of -> second.labels().map(asked -> Tensor.concatenate(0, of, asked)));
            known = outputs(new Samples(values, labels), "joint");
            joint = known;
        }
        return known;
    }

    private DiscriminatorOutputs outputs(Samples samples, String which) {
        return discriminator.apply(
                minibatch.parameters(D), samples, pass.withRandom(pass.random().split(which)));
    }

    private void reportScores(String which, Scores scores) {
        minibatch.reportMoments("score/" + which, () -> scores.values().detach());
        if (game.loss().scoresAreLogits()) {
            minibatch.reportMoments(
                    "probability/" + which, () -> scores.values().detach().sigmoid());
        }
    }

    /** The score as a function of samples; every call has randomness of its own and leaves no trace in the buffers. */
    private final class PenaltyScore implements ScoreFunction {
        private final RandomStream stream;
        private int calls;

        PenaltyScore(RandomStream stream) {
            this.stream = stream;
        }

        @Override
        public Tensor apply(Tensor samples) {
            return score(samples, inputs.real());
        }

        @Override
        public Tensor ofFake(Tensor samples) {
            return score(samples, inputs.fake());
        }

        private Tensor score(Tensor samples, Samples labelled) {
            Pass own = pass.withoutUpdates().withRandom(stream.split(calls));
            calls++;
            Optional<Tensor> labels = game.labels().flatMap(choice -> labelled.labels());
            return discriminator.score(minibatch.parameters(D), new Samples(samples, labels), own);
        }
    }
}
