package org.gan4j.core.nn.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Layers whose weights are divided by their norms: which weights, under which names, and when the vectors move. */
class SpectralNormLayerTest {
    private static final Shape INPUT = Shape.of(3);
    private static final Tensor X = Tensor.of(Shape.of(2, 3), 0.5f, -1f, 2f, 1.5f, 0.25f, -0.75f);
    private static final Layer LAYERS = Sequential.of(linear(4), Activation.tanh(), linear(1));

    private static Linear linear(int units) {
        return Linear.of(units, Initializer.normal(1));
    }

    private static Parameters initial(Layer layer) {
        return layer.init(INPUT, RandomStream.of(9));
    }

    private static ForwardPass training(Buffers buffers) {
        return ForwardPass.training(0, RandomStream.of(4), buffers);
    }

    private static ForwardPass evaluation(Buffers buffers) {
        return ForwardPass.evaluation(0, RandomStream.of(4), buffers);
    }

    /** The first layer's weights count by their direction only, the last one's by their size as well. */
    @Test
    void aroundOneLayerOnlyThatLayersWeightsAreDivided() {
        Layer layers = Sequential.of(SpectralNormLayer.of(linear(4)), Activation.tanh(), linear(1));
        Parameters parameters = initial(layers);
        assertThat(parameters.names()).isEqualTo(initial(LAYERS).names());
        Buffers buffers = layers.buffers(INPUT);
        assertThat(buffers.names()).containsExactly("layers.0.spectral-norm.weight");
        float[] y = layers.apply(parameters, X, evaluation(buffers)).toFloats();
        Parameters first = parameters.with(
                "layers.0.weight", parameters.get("layers.0.weight").times(64));
        assertThat(layers.apply(first, X, evaluation(buffers)).toFloats()).isEqualTo(y);
        Parameters last = parameters.with(
                "layers.2.weight", parameters.get("layers.2.weight").times(2));
        float[] twice = layers.apply(last, X, evaluation(buffers)).toFloats();
        assertThat(twice).containsExactly(2 * y[0], 2 * y[1]);

        Tensor weight = parameters.get("layers.0.weight");
        Tensor u = buffers.get("layers.0.spectral-norm.weight").reshape(-1, 1);
        double sigma = weight.matmul(u, true, false).norm().item();
        Tensor expected = X.matmul(weight.dividedBy(sigma))
                .tanh()
                .affine(parameters.get("layers.2.weight"), parameters.get("layers.2.bias"));
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo((float) expected.toDoubles()[i], within(1e-6f));
        }
    }

    @Test
    void aroundAllLayersItIsTheSpectralNormOfADiscriminatorOfTheseLayers() {
        Layer whole = SpectralNormLayer.of(LAYERS);
        DiscriminatorNetwork network = SpectralNorm.of(spec -> DiscriminatorNetwork.scoring(spec.shape(), LAYERS))
                .network(SampleSpec.unbounded(INPUT));
        Buffers expected = network.buffers();
        Buffers buffers = whole.buffers(INPUT);
        assertThat(buffers.names())
                .containsExactly("spectral-norm.layers.0.weight", "spectral-norm.layers.2.weight")
                .isEqualTo(expected.names());
        for (String name : buffers.names()) {
            assertThat(buffers.get(name).toFloats())
                    .isEqualTo(expected.get(name).toFloats());
        }
        Parameters parameters = initial(whole);
        ForwardPass own = training(buffers);
        ForwardPass others = training(expected);
        assertThat(whole.apply(parameters, X, own).toFloats())
                .isEqualTo(network.score(parameters, Samples.of(X), others).toFloats());
        assertThat(own.updates()).containsOnlyKeys(others.updates().keySet());
        others.updates()
                .forEach((name, u) -> assertThat(own.buffer(name).toFloats()).isEqualTo(u.toFloats()));
    }

    /** In a network of a trunk and a head the trunk's vectors have the names and values that it has alone. */
    @Test
    void aroundATrunkItIsTheSpectralNormOfThatTrunk() {
        Layer trunk = Sequential.of(linear(4), Activation.tanh());
        Buffers whole = DiscriminatorNetwork.of(INPUT, trunk, linear(1))
                .with(new SpectralWeightNorm(1, ConvolutionNorm.MATRIX))
                .buffers();
        Buffers part = DiscriminatorNetwork.of(INPUT, SpectralNormLayer.of(trunk), linear(1))
                .buffers();
        assertThat(whole.names()).containsExactly("spectral-norm.layers.0.weight", "spectral-norm.output.weight");
        assertThat(part.names()).containsExactly("spectral-norm.layers.0.weight");
        assertThat(part.get("spectral-norm.layers.0.weight").toFloats())
                .isEqualTo(whole.get("spectral-norm.layers.0.weight").toFloats());
    }

    @Test
    void theVectorMovesOncePerUpdateHoweverOftenTheLayerIsApplied() {
        Layer layer = SpectralNormLayer.of(linear(4));
        Parameters parameters = initial(layer);
        Buffers buffers = layer.buffers(INPUT);
        ForwardPass pass = training(buffers);
        float[] first = layer.apply(parameters, X, pass).toFloats();
        double[] moved = pass.buffer("spectral-norm.weight").toDoubles();
        float[] second =
                layer.apply(parameters, X, pass.withRandom(RandomStream.of(5))).toFloats();
        assertThat(second).isEqualTo(first);
        assertThat(pass.buffer("spectral-norm.weight").toDoubles()).isEqualTo(moved);
        double[] expected = iterated(
                parameters.get("weight"), buffers.get("spectral-norm.weight").toDoubles());
        for (int i = 0; i < expected.length; i++) {
            assertThat(moved[i]).isCloseTo(expected[i], within(1e-6));
        }
        Buffers next = buffers.updated(pass.updates());
        ForwardPass later = training(next);
        layer.apply(parameters, X, later);
        assertThat(later.buffer("spectral-norm.weight").toDoubles()).isNotEqualTo(moved);
    }

    @Test
    void theVectorStaysWhereNoUpdateFollows() {
        Layer layer = SpectralNormLayer.of(linear(4));
        Parameters parameters = initial(layer);
        Buffers buffers = layer.buffers(INPUT);
        ForwardPass training = training(buffers);
        ForwardPass evaluation = evaluation(buffers);
        float[] ahead = layer.apply(parameters, X, training.withoutUpdates()).toFloats();
        float[] evaluated = layer.apply(parameters, X, evaluation).toFloats();
        assertThat(training.updates()).isEmpty();
        assertThat(evaluation.updates()).isEmpty();
        assertThat(ahead).isEqualTo(evaluated);
        assertThat(layer.apply(parameters, X, training).toFloats())
                .as("the vector that has moved gives other weights")
                .isNotEqualTo(evaluated);
    }

    @Test
    void isBoundedWhereEveryWeightIs() {
        Layer normalised = SpectralNormLayer.of(linear(4));
        assertThat(normalised.bounded()).isTrue();
        assertThat(linear(4).bounded()).isFalse();
        assertThat(Sequential.of(new Flatten(), new LabelConcatenation(2), normalised, Activation.leakyRelu(0.2))
                        .bounded())
                .isTrue();
        assertThat(Sequential.of(normalised, Activation.tanh(), linear(1)).bounded())
                .isFalse();
        assertThat(Sequential.of(normalised, Activation.tanh(), SpectralNormLayer.of(linear(1)))
                        .bounded())
                .isTrue();
        assertThat(SpectralNormLayer.of(LAYERS).bounded()).isTrue();
        assertThat(SpectralNormLayer.of(Sequential.of(linear(4), BatchNorm.standard()))
                        .bounded())
                .as("deviations of a batch are bounded by no weight")
                .isFalse();
    }

    /** With the vectors frozen, in float64: weights and inputs. */
    @Test
    void hasDerivativesOfOrderTwo() {
        Layer layer = SpectralNormLayer.of(LAYERS);
        Parameters parameters = initial(layer).map(p -> p.to(DType.FLOAT64));
        Buffers buffers = layer.buffers(INPUT).map(u -> u.to(DType.FLOAT64));
        List<Tensor> at = new ArrayList<>(parameters.list());
        at.add(X.to(DType.FLOAT64));
        GradientCheck.check(
                2,
                t -> layer.apply(
                        parameters.withValues(t.subList(0, t.size() - 1)),
                        t.get(t.size() - 1),
                        training(buffers).withoutUpdates()),
                at.toArray(new Tensor[0]));
    }

    @Test
    void passesOnWhatTheLayerInsideIs() {
        Layer told = SpectralNormLayer.of(Sequential.of(new LabelConcatenation(2), linear(1)));
        assertThat(told.takesLabels()).isTrue();
        assertThat(told.mixesSamples()).isFalse();
        assertThat(SpectralNormLayer.of(BatchNorm.standard()).mixesSamples()).isTrue();
        assertThat(told.output(INPUT)).isEqualTo(Shape.of(1));
        assertThatThrownBy(() -> new SpectralNormLayer(linear(1), 0, ConvolutionNorm.MATRIX))
                .hasMessage("iterations must be at least 1, but is 0");
    }

    /** n(W n(W' u)) in plain arithmetic. */
    private static double[] iterated(Tensor weight, double[] u) {
        int columns = weight.shape().dim(1);
        double[] w = weight.toDoubles();
        double[] v = new double[columns];
        for (int i = 0; i < w.length; i++) {
            v[i % columns] += w[i] * u[i / columns];
        }
        double[] wv = new double[u.length];
        for (int i = 0; i < w.length; i++) {
            wv[i / columns] += w[i] * v[i % columns];
        }
        double square = 0;
        for (double value : wv) {
            square += value * value;
        }
        for (int i = 0; i < wv.length; i++) {
            wv[i] /= Math.sqrt(square);
        }
        return wv;
    }
}
