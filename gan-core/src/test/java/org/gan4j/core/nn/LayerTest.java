package org.gan4j.core.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Dropout;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Maxout;
import org.gan4j.core.nn.dense.Reshape;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayerTest {
    private static final Initializer SMALL = Initializer.normal(0.5);

    private final RandomStream random = RandomStream.of(77);

    @Test
    void linearIsAnAffineMap() {
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f))
                .with("bias", Tensor.of(Shape.of(3), 10f, 20f, 30f));
        Tensor y = Linear.of(3, SMALL).apply(p, Tensor.of(Shape.of(2, 2), 1f, 0f, -1f, 2f), evaluation());
        assertThat(y.toFloats()).containsExactly(11, 22, 33, 17, 28, 39);
        assertThat(new Linear(3, SMALL, Optional.empty())
                        .init(Shape.of(2), random)
                        .names())
                .containsExactly("weight");
    }

    /** Pieces stand side by side: unit 0 is the larger of outputs 0 and 1, unit 1 of outputs 2 and 3. */
    @Test
    void maxoutTakesTheLargestPieceOfEachUnit() {
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(1, 4), 1f, -2f, 3f, 0f))
                .with("bias", Tensor.of(Shape.of(4), 0f, 1f, 0f, -5f));
        Tensor y = Maxout.of(2, 2, SMALL).apply(p, Tensor.of(Shape.of(3, 1), 2f, -3f, 0f), evaluation());
        assertThat(y.toFloats()).containsExactly(2, 6, 7, -5, 1, 0);
        assertThat(Maxout.of(2, 5, SMALL).init(Shape.of(7), random).inventory())
                .contains("weight  [7, 10]")
                .contains("bias    [10]");
    }

    @Test
    void initialWeightsDependOnTheSeedAndThePathOnly() {
        Sequential one = Sequential.of(Linear.of(5, SMALL), Activation.relu(), Linear.of(3, SMALL));
        Sequential two = Sequential.of(Linear.of(5, SMALL), new Dropout(0.5), Linear.of(3, SMALL), Linear.of(9, SMALL));
        Parameters a = one.init(Shape.of(4), random.replay());
        Parameters b = two.init(Shape.of(4), random.replay());
        assertThat(a.names()).containsExactly("layers.0.weight", "layers.0.bias", "layers.2.weight", "layers.2.bias");
        for (String name : a.names()) {
            assertThat(a.get(name).toFloats()).containsExactly(b.get(name).toFloats());
        }
        assertThat(a.get("layers.2.weight").toFloats())
                .containsExactly(SMALL.initial(
                                Shape.of(5, 3),
                                new Fan(5, 3),
                                random.replay().split("layers.2").split("weight"))
                        .toFloats());
        assertThat(one.output(Shape.of(4))).isEqualTo(Shape.of(3));
    }

    @Test
    void layersCanHaveNamesAndNest() {
        Sequential network = Sequential.of(
                new NamedLayer("hidden", Linear.of(4, SMALL)),
                Activation.tanh(),
                new NamedLayer("head", Sequential.of(Linear.of(2, SMALL), new NamedLayer("out", Linear.of(1, SMALL)))));
        Parameters p = network.init(Shape.of(3), random);
        assertThat(p.names())
                .containsExactly(
                        "hidden.weight",
                        "hidden.bias",
                        "head.layers.0.weight",
                        "head.layers.0.bias",
                        "head.out.weight",
                        "head.out.bias");
        assertThat(p.count()).isEqualTo(3 * 4 + 4 + 4 * 2 + 2 + 2 + 1);
        assertThat(network.apply(p, Tensor.ones(DType.FLOAT32, Shape.of(6, 3)), evaluation())
                        .shape())
                .isEqualTo(Shape.of(6, 1));
        assertThatThrownBy(() ->
                        Sequential.of(new NamedLayer("a", Linear.of(1, SMALL)), new NamedLayer("a", Activation.relu())))
                .hasMessageContaining("\"a\" twice");
    }

    @Test
    void gradientsOfNetworksMatchDifferences() {
        Sequential network = Sequential.of(
                Linear.of(6, SMALL),
                Activation.leakyRelu(0.2),
                new Dropout(0.7),
                Maxout.of(3, 4, SMALL),
                Linear.of(2, SMALL),
                Activation.sigmoid());
        Parameters p = network.init(Shape.of(5), random.split("init")).map(t -> t.to(DType.FLOAT64));
        Tensor x = random.split("x").normal(DType.FLOAT64, Shape.of(4, 5), 0, 1);
        RandomStream masks = random.split("masks");
        List<Tensor> at = new ArrayList<>(p.list());
        at.add(x);
        GradientCheck.check(
                2,
                arguments -> {
                    Parameters own = p.withValues(arguments.subList(0, p.size()));
                    Pass pass = ForwardPass.training(0, masks.replay(), Buffers.empty());
                    return network.apply(own, arguments.get(p.size()), pass);
                },
                at.toArray(new Tensor[0]));
    }

    @Test
    void everyActivationIsItsFormula() {
        double[] x = {-2, -0.5, 0, 0.5, 3};
        expect(Activation.identity(), x, x);
        expect(Activation.relu(), x, 0, 0, 0, 0.5, 3);
        expect(Activation.leakyRelu(0.2), x, -0.4, -0.1, 0, 0.5, 3);
        expect(new Activation.Elu(2), x, 2 * Math.expm1(-2), 2 * Math.expm1(-0.5), 0, 0.5, 3);
        expect(
                Activation.sigmoid(),
                x,
                0.11920292202211755,
                0.3775406687981454,
                0.5,
                0.6224593312018546,
                0.9525741268224334);
        expect(
                Activation.tanh(),
                x,
                -0.9640275800758169,
                -0.46211715726000974,
                0,
                0.46211715726000974,
                0.9950547536867305);
        expect(
                new Activation.Softplus(),
                x,
                0.1269280110429726,
                0.4740769841801067,
                0.6931471805599453,
                0.9740769841801067,
                3.048587351573742);
    }

    @Test
    void dropoutIsTheIdentityInEvaluation() {
        Tensor x = random.split("x").normal(Shape.of(4, 5));
        assertThat(new Dropout(0.5).apply(Parameters.empty(), x, evaluation()).toFloats())
                .containsExactly(x.toFloats());
        assertThat(new Dropout(1).apply(Parameters.empty(), x, training("one")).toFloats())
                .containsExactly(x.toFloats());
    }

    /** Of 120 000 numbers a share keep stays, multiplied by 1 / keep; no two examples and no two streams share a mask. */
    @Test
    void dropoutKeepsTheMeanAndDropsForEachExample() {
        for (double keep : new double[] {0.8, 0.5}) {
            Tensor ones = Tensor.ones(DType.FLOAT32, Shape.of(100, 1200));
            float[] y = new Dropout(keep)
                    .apply(Parameters.empty(), ones, training("real " + keep))
                    .toFloats();
            float[] other = new Dropout(keep)
                    .apply(Parameters.empty(), ones, training("fake " + keep))
                    .toFloats();
            int kept = 0;
            int sameAsNextRow = 0;
            int sameAsOther = 0;
            for (int i = 0; i < y.length; i++) {
                assertThat(y[i] == 0 || y[i] == (float) (1 / keep)).isTrue();
                kept += y[i] > 0 ? 1 : 0;
                sameAsNextRow += y[i] == y[(i + 1200) % y.length] ? 1 : 0;
                sameAsOther += y[i] == other[i] ? 1 : 0;
            }
            double n = y.length;
            double same = keep * keep + (1 - keep) * (1 - keep);
            assertThat(kept / n).isEqualTo(keep, within(4 * Math.sqrt(keep * (1 - keep) / n)));
            assertThat(sameAsNextRow / n).isEqualTo(same, within(6 * Math.sqrt(same * (1 - same) / n)));
            assertThat(sameAsOther / n).isEqualTo(same, within(4 * Math.sqrt(same * (1 - same) / n)));
        }
    }

    @Test
    void dropoutPassesItsGradientThroughTheSameMask() {
        Tensor x = Tensor.ones(DType.FLOAT32, Shape.of(3, 50)).tracked();
        Tensor y = new Dropout(0.4).apply(Parameters.empty(), x, training("mask"));
        Tensor gradient = Gradients.of(y.sum(), List.of(x)).get(0);
        assertThat(gradient.toFloats()).containsExactly(y.toFloats()).contains(0f, 2.5f);
    }

    @Test
    void imagesAreFlattenedAndBack() {
        Tensor x = random.split("x").normal(Shape.of(2, 3, 4, 1));
        Sequential network = Sequential.of(new Flatten(), Reshape.to(Shape.of(4, 3)));
        assertThat(network.output(Shape.of(3, 4, 1))).isEqualTo(Shape.of(4, 3));
        Tensor y = network.apply(Parameters.empty(), x, evaluation());
        assertThat(y.shape()).isEqualTo(Shape.of(2, 4, 3));
        assertThat(y.toFloats()).containsExactly(x.toFloats());
    }

    @Test
    void inputsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Linear.of(3, SMALL).init(Shape.of(28, 28), random))
                .hasMessage(
                        "Linear takes examples with 1 axis, but these have shape [28, 28]; put a Flatten before it");
        assertThatThrownBy(() -> Reshape.to(Shape.of(5, 5)).output(Shape.of(24)))
                .hasMessageContaining("24 numbers and cannot be reshaped to [5, 5], which has 25");
        assertThatThrownBy(() -> new Dropout(0)).hasMessage("keep must be in (0, 1], but is 0.0");
        assertThatThrownBy(() -> new Dropout(Double.NaN)).hasMessage("keep must be in (0, 1], but is NaN");
        assertThatThrownBy(() -> Linear.of(0, SMALL)).hasMessage("units must be at least 1, but is 0");
        assertThatThrownBy(() -> new NamedLayer("a b", Linear.of(1, SMALL)))
                .hasMessageContaining("name must be a path");
    }

    private static void expect(Activation activation, double[] x, double... expected) {
        Tensor y = activation.apply(Parameters.empty(), Tensor.of(Shape.of(1, x.length), x), evaluation());
        assertThat(y.toDoubles()).containsExactly(expected, within(1e-12));
    }

    private static Pass evaluation() {
        return ForwardPass.evaluation(0, RandomStream.of(1), Buffers.empty());
    }

    private Pass training(String name) {
        return ForwardPass.training(0, random.split(name), Buffers.empty());
    }
}
