package org.gan4j.core.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Maxout;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.ConvolutionNorm;
import org.gan4j.core.nn.norm.SpectralNorms;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Convolutions;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Sliding;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.core.training.scheme.Alternating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectralNormTest {
    private static final RandomStream RANDOM = RandomStream.of(8);
    private static final SampleSpec SPEC = SampleSpec.unbounded(Shape.of(3));

    /** Maxout and linear layers, as the discriminators of the 2014 paper have them. */
    record Network() implements Discriminator {
        private static final Sequential LAYERS = new Sequential(List.of(
                Maxout.of(5, 2, Initializer.normal(1)),
                Linear.of(4, Initializer.normal(1)),
                Activation.tanh(),
                Linear.of(1, Initializer.normal(1))));

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.scoring(spec.shape(), LAYERS);
        }
    }

    private static Tensor numbers(String name, int... dims) {
        return RANDOM.replay().split(name).normal(DType.FLOAT64, Shape.of(dims), 0, 1);
    }

    /** Weights with two and with four axes have the largest singular value 1 afterwards; a bias is as it was. */
    @Test
    void isTheLargestSingularValueInTheLimit() {
        Parameters parameters = Parameters.empty()
                .with("dense", numbers("dense", 7, 4))
                .with("wide", numbers("wide", 3, 9))
                .with("kernel", numbers("kernel", 3, 2, 2, 5))
                .with("bias", numbers("bias", 4));
        Buffers vectors = SpectralNorms.buffers(parameters);
        assertThat(vectors.names()).containsExactly("dense", "wide", "kernel");
        ForwardPass pass = ForwardPass.training(0, RANDOM, vectors);
        Parameters normalised = SpectralNorms.normalised(parameters, pass, 2000);
        for (String name : vectors.names()) {
            Tensor weight = parameters.get(name);
            double exact = largestSingularValue(weight);
            Tensor expected = weight.dividedBy(exact);
            assertThat(normalised.get(name).minus(expected).abs().max().item())
                    .as(name)
                    .isLessThan(1e-12);
        }
        assertThat(normalised.get("bias").toDoubles())
                .isEqualTo(parameters.get("bias").toDoubles());
    }

    /**
     * The map from image to image, written out column by column as the images of unit images: divided by the norm of the
     * weights as a matrix it stretches distances by up to 1.8, by the bound by less than 1, and by no more than the bound says.
     */
    @Test
    void boundsWhatConvolutionsDoToDistances() {
        Parameters parameters =
                Parameters.empty().with("kernel", numbers("kernel", 3, 3, 2, 4).plus(0.8));
        double matrix = operatorNorm(normalised(parameters, ConvolutionNorm.MATRIX), 1);
        double bound = operatorNorm(normalised(parameters, ConvolutionNorm.BOUND), 1);
        assertThat(matrix).isGreaterThan(1.5).isLessThan(3);
        assertThat(bound).isCloseTo(matrix / 3, within(1e-12)).isLessThan(1);
        assertThat(operatorNorm(normalised(parameters, ConvolutionNorm.BOUND), 2))
                .isLessThan(bound);
        assertThat(normalised(Parameters.empty().with("kernel", numbers("dense", 7, 4)), ConvolutionNorm.BOUND)
                        .norm()
                        .item())
                .as("dense weights are divided as ever")
                .isGreaterThan(1);
    }

    private static Tensor normalised(Parameters parameters, ConvolutionNorm choice) {
        ForwardPass pass = ForwardPass.training(0, RANDOM, SpectralNorms.buffers(parameters));
        return SpectralNorms.normalised(parameters, pass, 2000, choice).get("kernel");
    }

    /** The largest singular value of the convolution of 5 x 5 images with padding 1. */
    private static double operatorNorm(Tensor kernel, int stride) {
        int size = 5 * 5 * kernel.shape().dim(2);
        double[] units = new double[size * size];
        for (int i = 0; i < size; i++) {
            units[i * size + i] = 1;
        }
        Tensor images =
                Tensor.of(DType.FLOAT64, Shape.of(size, 5, 5, kernel.shape().dim(2)), units);
        Tensor columns =
                Convolutions.convolve(images, kernel, Sliding.by(stride).padded(1));
        return largestSingularValue(columns.reshape(size, -1));
    }

    /** One iteration per update comes to the same, since the vectors are kept. */
    @Test
    void reachesItOneIterationPerUpdate() {
        Parameters parameters = Parameters.empty().with("dense", numbers("dense", 7, 4));
        Buffers vectors = SpectralNorms.buffers(parameters);
        double exact = largestSingularValue(parameters.get("dense"));
        double before = 0;
        for (int step = 0; step < 300; step++) {
            ForwardPass pass = ForwardPass.training(step, RANDOM, vectors);
            Tensor normalised = SpectralNorms.normalised(parameters, pass, 1).get("dense");
            double sigma =
                    parameters.get("dense").norm().item() / normalised.norm().item();
            assertThat(sigma).isGreaterThanOrEqualTo(before - 1e-13).isLessThanOrEqualTo(exact + 1e-13);
            before = sigma;
            vectors = vectors.updated(pass.updates());
        }
        assertThat(before).isCloseTo(exact, within(1e-13));
    }

    /** With the vectors frozen, in float64: parameters of all layers, and the samples. */
    @Test
    void hasDerivativesOfOrderTwo() {
        DiscriminatorNetwork discriminator = SpectralNorm.of(new Network()).network(SPEC);
        Parameters parameters = discriminator.init(RANDOM.split("init")).map(p -> p.to(DType.FLOAT64));
        Buffers vectors = SpectralNorms.buffers(parameters).under("spectral-norm");
        List<Tensor> at = new ArrayList<>(parameters.list());
        at.add(numbers("samples", 4, 3));
        GradientCheck.check(
                2,
                t -> discriminator.score(
                        parameters.withValues(t.subList(0, t.size() - 1)),
                        Samples.of(t.get(t.size() - 1)),
                        ForwardPass.training(0, RANDOM, vectors).withoutUpdates()),
                at.toArray(new Tensor[0]));
    }

    /** Scaling a layer's weights changes nothing, so the gradient has no part along them. */
    @Test
    void scoresDoNotDependOnTheScaleOfWeights() {
        DiscriminatorNetwork discriminator = SpectralNorm.of(new Network()).network(SPEC);
        Parameters parameters = discriminator.init(RANDOM.replay().split("init"));
        Buffers buffers = discriminator.buffers();
        Samples samples = Samples.of(numbers("samples", 4, 3).to(DType.FLOAT32));
        Parameters scaled = parameters.with(
                "layers.1.weight", parameters.get("layers.1.weight").times(64));
        for (ForwardPass pass :
                List.of(ForwardPass.training(0, RANDOM, buffers), ForwardPass.evaluation(0, RANDOM, buffers))) {
            assertThat(discriminator.score(scaled, samples, pass).toFloats())
                    .isEqualTo(discriminator.score(parameters, samples, pass).toFloats());
        }
        Parameters zero = parameters.map(p -> Tensor.zeros(p.dtype(), p.shape()));
        assertThat(discriminator
                        .score(zero, samples, ForwardPass.training(0, RANDOM, buffers))
                        .toFloats())
                .containsOnly(0);
    }

    /** Real scores, fake scores and those of a penalty use one vector, which moves once and only in the turn of d. */
    @Test
    void allScoresOfAPlayAgreeAndTheVectorsMoveOnce() {
        Samples real = Samples.of(numbers("real", 4, 3).to(DType.FLOAT32));
        List<Tensor> penalised = new ArrayList<>();
        List<Tensor> scored = new ArrayList<>();
        Penalty looking = (score, x, y, random) -> {
            penalised.add(score.apply(x));
            penalised.add(score.apply(y));
            return penalised.get(0).mean().times(0);
        };
        AdversarialLoss watching = new AdversarialLoss() {
            @Override
            public Tensor discriminatorLoss(Scores r, Scores f) {
                scored.add(r.values());
                scored.add(f.values());
                return f.values().mean().minus(r.values().mean());
            }

            @Override
            public Tensor generatorLoss(Scores r, Scores f) {
                return f.values().mean().negate();
            }
        };
        SpectralNorm discriminator = SpectralNorm.of(new Network());
        PlayableGame game = opened(AdversarialGame.of(new Same(), discriminator, watching)
                .withPenalties(new TreeMap<>(Map.of("looking", looking))));
        GameState state = game.start(RandomStream.of(3));
        assertThat(state.player("d").buffers().names())
                .containsExactly(
                        "spectral-norm.layers.0.weight",
                        "spectral-norm.layers.1.weight",
                        "spectral-norm.layers.3.weight");
        GameLosses result = game.losses(state, Draw.of(real, RandomStream.of(4)), List.of("d"));
        assertThat(result.updates()).hasSize(3).containsKey("d/spectral-norm.layers.0.weight");
        assertThat(penalised.get(0).toFloats()).isEqualTo(scored.get(0).toFloats());
        assertThat(penalised.get(1).toFloats()).isEqualTo(scored.get(1).toFloats());

        Tensor weight = state.player("d").parameters().get("layers.0.weight");
        Tensor u = state.player("d").buffers().get("spectral-norm.layers.0.weight");
        double[] expected = iterated(weight, u.toDoubles());
        double[] moved = Objects.requireNonNull(result.updates().get("d/spectral-norm.layers.0.weight"))
                .toDoubles();
        for (int i = 0; i < expected.length; i++) {
            assertThat(moved[i]).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(game.losses(state, Draw.of(real, RandomStream.of(4)), List.of("g"))
                        .updates())
                .isEmpty();
        assertThat(game.losses(state, Draw.of(real, RandomStream.of(4)), List.of("d", "g"))
                        .updates())
                .hasSize(3);

        state.commit(result.updates());
        GameState later = state.afterStep();
        assertThat(game.score(later, real, RANDOM).toFloats())
                .as("evaluation uses the stored vectors")
                .isEqualTo(scored.get(0).toFloats());
    }

    /** After some steps the norms of the normalised weights are 1, though the weights themselves have moved. */
    @Test
    void trainsWithNormsNearOne() {
        SpectralNorm discriminator = SpectralNorm.of(new Network());
        PlayableGame game = opened(AdversarialGame.of(new Same(), discriminator, new LineGame.Logistic()));
        Trainer trainer = Trainer.of(game, Alternating.of("d", 1, "g"), Adam.of(1e-3, 0, 0.9));
        GameState start = trainer.start(RandomStream.of(3));
        GameState end = trained(trainer, start, 60);
        end.requireFinite();
        PlayerState d = end.player("d");
        Pass pass = ForwardPass.evaluation(60, RANDOM, d.buffers()).at("spectral-norm");
        Parameters normalised = SpectralNorms.normalised(d.parameters(), pass, 1);
        for (String name : List.of("layers.0.weight", "layers.1.weight", "layers.3.weight")) {
            assertThat(largestSingularValue(normalised.get(name))).isCloseTo(1, within(0.02));
        }
    }

    /** The vectors are in the checkpoint: a run that went through a file ends at the same bytes. */
    @Test
    void goingOnFromACheckpointEqualsNeverHavingStopped(@TempDir Path directory) throws IOException {
        PlayableGame game =
                opened(AdversarialGame.of(new Same(), SpectralNorm.of(new Network()), new LineGame.Logistic()));
        Trainer trainer = Trainer.of(game, Alternating.of("d", 1, "g"), Adam.of(1e-3, 0, 0.9));
        CheckpointEnvironment conditions = new CheckpointEnvironment("c0ffee", 2, "plain kernels");
        Checkpoints checkpoints = new Checkpoints(new FileStore(), directory, conditions, 3);
        GameState whole = trained(trainer, trainer.start(RandomStream.of(3)), 12);
        byte[] expected = Files.readAllBytes(checkpoints.save(whole, CheckpointFiles.none()));
        GameState half = trained(trainer, trainer.start(RandomStream.of(3)), 5);
        GameState loaded = checkpoints
                .load(checkpoints.save(half, CheckpointFiles.none()), trainer.start(RandomStream.of(4)))
                .state();
        Path end = checkpoints.save(trained(trainer, loaded, 12), CheckpointFiles.none());
        assertThat(Files.readAllBytes(end)).isEqualTo(expected);
    }

    private static GameState trained(Trainer trainer, GameState start, long steps) {
        return trainer.train(start, new Batches(), RandomStream.of(5), TrainingPlan.steps(steps))
                .state();
    }

    @Test
    void refusesWhatMakesNoSense() {
        SpectralNorm once = SpectralNorm.of(new Network());
        assertThatThrownBy(() -> SpectralNorm.of(once))
                .hasMessage("discriminator is a spectral-norm itself: give the one inside");
        assertThatThrownBy(() -> new SpectralNorm(new Network(), 0, ConvolutionNorm.MATRIX))
                .hasMessage("iterations must be at least 1, but is 0");
        assertThat(once.mixesSamples()).isFalse();
    }

    /** Returns the latent vectors, moved, as samples. */
    record Same() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(3);
        }

        @Override
        public Layer network(SampleSpec spec) {
            return PlainLayer.of(
                    Shape.of(3),
                    random -> Parameters.empty().with("shift", Tensor.of(Shape.of(3), 0f, 0.5f, -1f)),
                    (parameters, latent, pass) -> latent.plus(parameters.get("shift")));
        }
    }

    private static PlayableGame opened(AdversarialGame game) {
        return game.open(SPEC, DType.FLOAT32);
    }

    /** Batches of eight points around (2, 2, 2). */
    record Batches() implements BatchSource {
        @Override
        public Samples batch(long index) {
            return Samples.of(RandomStream.of(77).split(index).normal(Shape.of(8, 3), 2, 1));
        }

        @Override
        public int batchSize() {
            return 8;
        }

        @Override
        public double batchesPerEpoch() {
            return 10;
        }
    }

    /** n(W n(W' u)) in plain arithmetic. */
    private static double[] iterated(Tensor weight, double[] u) {
        Array2DRowRealMatrix matrix = matrix(weight);
        double[] v = unit(matrix.preMultiply(u));
        return unit(matrix.operate(v));
    }

    private static double[] unit(double[] vector) {
        double square = 0;
        for (double x : vector) {
            square += x * x;
        }
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = vector[i] / Math.sqrt(square);
        }
        return result;
    }

    private static double largestSingularValue(Tensor weight) {
        return new SingularValueDecomposition(matrix(weight)).getNorm();
    }

    /** All axes but the last count rows. */
    private static Array2DRowRealMatrix matrix(Tensor weight) {
        int columns = weight.shape().dim(weight.shape().rank() - 1);
        double[] values = weight.toDoubles();
        double[][] rows = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            rows[i / columns][i % columns] = values[i];
        }
        return new Array2DRowRealMatrix(rows);
    }
}
