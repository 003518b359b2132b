package org.gan4j.core.game;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** One play of the adversarial game: every intermediate result is computed when first needed, and once. */
final class AdversarialRound {
    private static final String D = AdversarialGame.DISCRIMINATOR;
    private static final String G = AdversarialGame.GENERATOR;

    private final AdversarialGame game;
    private final GameState state;
    private final Samples real;
    private final RandomStream random;
    private final List<String> asked;
    private final ForwardPass judging;
    private final ForwardPass generating;
    private final SortedMap<String, Supplier<Tensor>> report = new TreeMap<>();
    private @Nullable Samples shownReal;
    private @Nullable Samples shownFake;

    AdversarialRound(AdversarialGame game, GameState state, Samples real, RandomStream random, List<String> asked) {
        this.game = game;
        this.state = state;
        this.real = real;
        this.random = random;
        this.asked = asked;
        this.judging = pass(D, random.split("discriminator"));
        this.generating = pass(G, random.split("generator"));
    }

    Play play() {
        Scores realScores = Scores.of(() -> score(real(), "real"));
        Scores fakeScores = Scores.of(() -> score(fake(), "fake"));
        SortedMap<String, Tensor> losses = new TreeMap<>();
        if (asked.contains(D)) {
            losses.put(D, discriminatorLoss(realScores, fakeScores));
            reportScores("real", realScores);
            reportScores("fake", fakeScores);
        }
        if (asked.contains(G)) {
            losses.put(G, game.loss().generatorLoss(realScores, fakeScores));
        }
        return new Play(losses, updates(), report);
    }

    private Tensor discriminatorLoss(Scores realScores, Scores fakeScores) {
        Tensor total = game.loss().discriminatorLoss(realScores, fakeScores);
        for (Map.Entry<String, Penalty> entry : game.penalties().entrySet()) {
            String name = entry.getKey();
            RandomStream own = random.split("penalty").split(name);
            Tensor value = entry.getValue()
                    .of(new PenaltyScore(own.split("score")), real().values(), fake().values(), own.split("samples"));
            report.put("penalty/" + name, () -> value);
            total = total.plus(value);
        }
        return total;
    }

    private Samples real() {
        Samples known = shownReal;
        if (known == null) {
            known = transformed(real, random.split("transform").split("real"));
            shownReal = known;
        }
        return known;
    }

    private Samples fake() {
        Samples known = shownFake;
        if (known == null) {
            known = transformed(generated(), random.split("transform").split("fake"));
            shownFake = known;
        }
        return known;
    }

    private Samples generated() {
        Samples drawn = game.generator().latent().sample(real.size(), random.split("latent"));
        Samples latent = new Samples(drawn.values().to(real.values().dtype()), drawn.labels());
        Tensor samples = game.generator().generate(state.player(G).parameters(), latent, generating);
        return new Samples(shapedAs(real.values().shape(), samples), latent.labels());
    }

    private static Tensor shapedAs(Shape shape, Tensor samples) {
        if (samples.shape().equals(shape)) {
            return samples;
        }
        if (samples.size() != shape.size()) {
            throw new IllegalArgumentException(
                    "the generator gave " + samples.shape() + " where the data have the shape " + shape);
        }
        return samples.reshape(shape);
    }

    private Samples transformed(Samples samples, RandomStream stream) {
        Samples result = samples;
        int place = 0;
        for (SampleTransform transform : game.transforms()) {
            result = transform.apply(result, judging.withoutUpdates().withRandom(stream.split(place)));
            place++;
        }
        return result;
    }

    private Tensor score(Samples samples, String which) {
        Pass pass = judging.withRandom(judging.random().split(which));
        return game.discriminator().score(state.player(D).parameters(), samples, pass);
    }

    /** A training pass of a player; only one that is asked for its loss keeps what the pass has to remember. */
    private ForwardPass pass(String player, RandomStream stream) {
        ForwardPass pass =
                ForwardPass.training(state.step(), stream, state.player(player).buffers());
        return asked.contains(player) ? pass : pass.withoutUpdates();
    }

    private SortedMap<String, Tensor> updates() {
        SortedMap<String, Tensor> updates = new TreeMap<>();
        judging.updates().forEach((name, value) -> updates.put(D + "/" + name, value));
        generating.updates().forEach((name, value) -> updates.put(G + "/" + name, value));
        return updates;
    }

    private void reportScores(String which, Scores scores) {
        reportMoments("score/" + which, () -> scores.values().detach());
        if (game.loss().scoresAreLogits()) {
            reportMoments("probability/" + which, () -> scores.values().detach().sigmoid());
        }
    }

    private void reportMoments(String name, Supplier<Tensor> values) {
        report.put(name + "/mean", () -> values.get().mean());
        report.put(name + "/deviation", () -> {
            Tensor numbers = values.get();
            return numbers.minus(numbers.mean()).square().mean().sqrt();
        });
    }

    /** The score as a function of samples; every call has randomness of its own and leaves no trace in the buffers. */
    private final class PenaltyScore implements UnaryOperator<Tensor> {
        private final RandomStream stream;
        private int calls;

        PenaltyScore(RandomStream stream) {
            this.stream = stream;
        }

        @Override
        public Tensor apply(Tensor samples) {
            Pass pass = judging.withoutUpdates().withRandom(stream.split(calls));
            calls++;
            return game.discriminator().score(state.player(D).parameters(), Samples.of(samples), pass);
        }
    }
}
