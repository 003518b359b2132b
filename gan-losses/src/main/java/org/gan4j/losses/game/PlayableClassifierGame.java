package org.gan4j.losses.game;

import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.Turn;
import org.gan4j.core.game.adversarial.AdversarialMinibatch;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.GeneratorPlayer;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayerInitializer;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.DiscriminatorOutputs;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The auxiliary-classifier game with its networks. */
record PlayableClassifierGame(
        AuxiliaryClassifier game,
        GeneratorPlayer generator,
        DiscriminatorNetwork discriminator,
        int classes,
        DType dtype)
        implements PlayableGame {
    private static final String D = AuxiliaryClassifier.DISCRIMINATOR;
    private static final String G = AuxiliaryClassifier.GENERATOR;

    @Override
    public List<String> players() {
        return game.players();
    }

    @Override
    public List<Turn> defaultTurns() {
        return game.defaultTurns();
    }

    @Override
    public GameState start(RandomStream random) {
        return new PlayerInitializer(random, dtype)
                .with(G, generator.network())
                .with(D, discriminator)
                .state();
    }

    @Override
    public GameLosses losses(GameState state, Draw draw, List<String> players) {
        Minibatch minibatch = Minibatch.of(generator, state, draw, players);
        AdversarialMinibatch batch = new AdversarialMinibatch(game, discriminator, minibatch);
        SortedMap<String, Tensor> losses = batch.scoreLosses();
        if (minibatch.updates(D)) {
            Tensor real =
                    classified(minibatch, "real", batch.real(), batch.inputs().real());
            Tensor both = game.classifyFake()
                    ? real.plus(classified(
                            minibatch, "fake", batch.fake(), batch.inputs().fake()))
                    : real;
            losses.computeIfPresent(D, (name, loss) -> loss.plus(both.times(game.weight())));
        }
        if (minibatch.updates(G) && game.generatorWeight() > 0) {
            Tensor fake =
                    classified(minibatch, "fake", batch.fake(), batch.inputs().fake());
            losses.computeIfPresent(G, (name, loss) -> loss.plus(fake.times(game.generatorWeight())));
        }
        return minibatch.losses(losses);
    }

    /** Returns mean(-log softmax(logits)_label), and reports it with the share of samples that are classified right. */
    private Tensor classified(Minibatch minibatch, String which, DiscriminatorOutputs outputs, Samples samples) {
        Tensor logits = outputs.head(AuxiliaryClassifier.CLASSES);
        Tensor labels = samples.labels()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + which + " samples have no labels, but this game classifies them"));
        Tensor chosen =
                logits.times(Labels.oneHot(labels, classes, logits.dtype())).sum(1);
        Tensor loss = logits.logSumExp(1).minus(chosen).mean();
        minibatch.report("class-loss/" + which, loss::detach);
        minibatch.report("class-accuracy/" + which, () -> accuracy(logits.detach(), chosen.detach()));
        return loss;
    }

    private static Tensor accuracy(Tensor logits, Tensor chosen) {
        Tensor largest = logits.max(1).reshape(Shape.of(chosen.shape().dim(0)));
        return chosen.reshape(largest.shape()).greaterOrEqual(largest).mean();
    }

    @Override
    public Sampler sampler(GameState state) {
        return generator.sampler(state);
    }

    @Override
    public Tensor score(GameState state, Samples samples, RandomStream random) {
        return DiscriminatorInputs.scores(discriminator, state, samples, random);
    }
}
