package org.gan4j.losses.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.adversarial.DiscriminatorBatching;
import org.gan4j.core.gan.DataLabels;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.transform.Packing;
import org.junit.jupiter.api.Test;

/** The game of a discriminator that also classifies; its losses are in {@link ExpectedGames}. */
class AuxiliaryClassifierTest {
    private static final Generator GENERATOR = new PlaneWorld.PlaneGenerator(true);

    /** Features are the samples themselves. */
    private record Watched(List<Shape> seen) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.of(
                    spec.shape(),
                    PlainLayer.of(spec.shape(), (parameters, x, pass) -> {
                        seen.add(x.shape());
                        return x;
                    }),
                    Linear.of(1, Glorot.DEFAULTS));
        }
    }

    @Test
    void onePassOfEachBatchServesBothHeads() {
        List<Shape> seen = new ArrayList<>();
        PlayableGame apart = opened(game(new Watched(seen), DiscriminatorBatching.SEPARATE));
        apart.losses(apart.start(RandomStream.of(1)), Draw.of(PlaneWorld.REAL, RandomStream.of(2)), apart.players());
        assertThat(seen).containsExactly(Shape.of(4, 3), Shape.of(4, 3));
        seen.clear();
        PlayableGame together = opened(game(new Watched(seen), DiscriminatorBatching.JOINT));
        together.losses(
                together.start(RandomStream.of(1)), Draw.of(PlaneWorld.REAL, RandomStream.of(2)), together.players());
        assertThat(seen).containsExactly(Shape.of(8, 3));
    }

    /** Without statistics of the batch, scoring together or apart gives the same losses, those of the classes included. */
    @Test
    void togetherAndApartAgreeWhereSamplesAreScoredByThemselves() {
        List<Double> losses = new ArrayList<>();
        for (DiscriminatorBatching batching : DiscriminatorBatching.values()) {
            PlayableGame game = opened(game(new Watched(new ArrayList<>()), batching));
            var result = game.losses(
                    game.start(RandomStream.of(1)), Draw.of(PlaneWorld.REAL, RandomStream.of(2)), game.players());
            losses.add(result.loss("d").item());
            losses.add(result.loss("g").item());
        }
        assertThat(losses.subList(0, 2)).isEqualTo(losses.subList(2, 4));
    }

    @Test
    void theHeadOfClassesDoesNotChangeTheOtherWeights() {
        PlayableGame game = opened(game(new Watched(new ArrayList<>()), DiscriminatorBatching.SEPARATE));
        var d = game.start(RandomStream.of(1)).player("d").parameters();
        assertThat(d.names())
                .containsExactlyInAnyOrder("output.weight", "output.bias", "classes.weight", "classes.bias");
        var alone = new Watched(new ArrayList<>())
                .network(PlaneWorld.SPEC)
                .init(RandomStream.of(1).split("init").split("d"));
        assertThat(d.get("output.weight").toDoubles())
                .isEqualTo(alone.get("output.weight").to(DType.FLOAT64).toDoubles());
    }

    @Test
    void refusesWhatCannotWork() {
        Discriminator free = new Watched(new ArrayList<>());
        assertThatThrownBy(() -> AuxiliaryClassifier.of(
                        new PlaneWorld.PlaneGenerator(), free, new NonSaturating(), new DataLabels()))
                .hasMessageStartingWith("generator takes no labels");
        Discriminator told = new Discriminator() {
            @Override
            public DiscriminatorNetwork network(SampleSpec spec) {
                return DiscriminatorNetwork.of(spec.shape(), new LabelConcatenation(2), Linear.of(1, Glorot.DEFAULTS));
            }

            @Override
            public boolean conditional() {
                return true;
            }
        };
        assertThatThrownBy(() -> AuxiliaryClassifier.of(GENERATOR, told, new NonSaturating(), new DataLabels()))
                .hasMessageStartingWith("discriminator is fed the labels of its samples");
        assertThatThrownBy(() -> told.network(PlaneWorld.SPEC)
                        .withHead(AuxiliaryClassifier.CLASSES, Linear.of(2, Glorot.DEFAULTS)))
                .hasMessageContaining("stands on a trunk that is fed the labels");
        SampleTransform packing = new Packing(2);
        assertThatThrownBy(() -> new AuxiliaryClassifier(
                        GENERATOR,
                        free,
                        new NonSaturating(),
                        new TreeMap<>(),
                        List.of(packing),
                        Optional.empty(),
                        1,
                        1,
                        true,
                        Glorot.DEFAULTS,
                        DiscriminatorBatching.SEPARATE))
                .hasMessageContaining("have no labels");
        AuxiliaryClassifier game = AuxiliaryClassifier.of(GENERATOR, free, new NonSaturating(), new DataLabels());
        assertThatThrownBy(() -> game.open(SampleSpec.unbounded(Shape.of(3)), DType.FLOAT32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the data have no labels");
        PlayableGame opened = opened(game);
        Samples unlabelled = Samples.of(PlaneWorld.REAL.values());
        assertThatThrownBy(() -> opened.losses(
                        opened.start(RandomStream.of(1)), Draw.of(unlabelled, RandomStream.of(2)), List.of("d")))
                .hasMessageContaining("labels");
    }

    private static AuxiliaryClassifier game(Discriminator discriminator, DiscriminatorBatching batching) {
        return new AuxiliaryClassifier(
                GENERATOR,
                discriminator,
                new NonSaturating(),
                new TreeMap<>(),
                List.of(),
                Optional.of(new PlaneWorld.PlaneLabels()),
                1,
                1,
                true,
                Glorot.DEFAULTS,
                batching);
    }

    private static PlayableGame opened(AuxiliaryClassifier game) {
        return game.open(PlaneWorld.SPEC, DType.FLOAT64);
    }
}
