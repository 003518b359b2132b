package org.gan4j.core.game.adversarial;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The losses of the adversarial game on one minibatch: every intermediate result is computed when first needed, and once. */
final class AdversarialMinibatch {
    private static final String D = AdversarialGame.DISCRIMINATOR;
    private static final String G = AdversarialGame.GENERATOR;

    private final AdversarialGame game;
    private final DiscriminatorNetwork discriminator;
    private final Minibatch minibatch;
    private final ForwardPass judging;
    private final DiscriminatorInputs shown;
    private @Nullable Tensor joint;

    AdversarialMinibatch(PlayableAdversarialGame playable, Minibatch minibatch) {
        this.game = playable.game();
        this.discriminator = playable.discriminator();
        this.minibatch = minibatch;
        this.judging = minibatch.pass(D, "discriminator");
        this.shown = new DiscriminatorInputs(minibatch, game.transforms(), judging);
    }

    GameLosses losses() {
        Scores realScores = Scores.of(this::ofReal);
        Scores fakeScores = Scores.of(this::ofFake);
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
        return minibatch.losses(losses);
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
                            shown.real().values(),
                            shown.fake().values(),
                            own.split("samples"));
            minibatch.report(name, () -> value);
            minibatch.mention(name, () -> Optional.of(value));
            total = total.plus(value);
        }
        return total;
    }

    private Tensor ofReal() {
        Samples real = shown.real();
        return game.batches() == DiscriminatorBatching.SEPARATE
                ? score(real, "real")
                : together().slice(0, 0, real.size());
    }

    private Tensor ofFake() {
        Samples fake = shown.fake();
        if (game.batches() == DiscriminatorBatching.SEPARATE) {
            return score(fake, "fake");
        }
        int from = shown.real().size();
        return together().slice(0, from, from + fake.size());
    }

    /** Returns the scores of real and then of generated samples, judged as one batch. */
    private Tensor together() {
        Tensor known = joint;
        if (known == null) {
            Samples real = shown.real();
            Samples fake = shown.fake();
            Tensor values = Tensor.concatenate(0, real.values(), fake.values());
            Optional<Tensor> labels =
                    real.labels().flatMap(of -> fake.labels().map(asked -> Tensor.concatenate(0, of, asked)));
            known = score(new Samples(values, labels), "joint");
            joint = known;
        }
        return known;
    }

    private Tensor score(Samples samples, String which) {
        Pass pass = judging.withRandom(judging.random().split(which));
        return discriminator.score(minibatch.parameters(D), samples, pass);
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
            return score(samples, shown.real());
        }

        @Override
        public Tensor ofFake(Tensor samples) {
            return score(samples, shown.fake());
        }

        private Tensor score(Tensor samples, Samples labelled) {
            Pass pass = judging.withoutUpdates().withRandom(stream.split(calls));
            calls++;
            Optional<Tensor> labels = game.labels().flatMap(choice -> labelled.labels());
            return discriminator.score(minibatch.parameters(D), new Samples(samples, labels), pass);
        }
    }
}
