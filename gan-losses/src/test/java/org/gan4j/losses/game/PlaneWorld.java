package org.gan4j.losses.game;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.PlainLayer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Networks and numbers of expected_games.py: points in space made of latent points in the plane, with codes in the plane. */
final class PlaneWorld {
    static final Samples REAL = Samples.of(
            Tensor.of(Shape.of(4, 3), 0.5, -1.2, 0.3, 1.1, 0.4, -0.6, -0.7, 0.9, 1.5, 0.2, -0.3, -1.8),
            Tensor.of(Shape.of(4), 1f, 0f, 0f, 1f));
    static final SampleSpec SPEC = new SampleSpec(
            Shape.of(3),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            2,
            () -> Tensor.zeros(DType.FLOAT32, Shape.of(3)));

    private PlaneWorld() {}

    /** The four latent points of the script, or as many normal ones as are asked for. */
    record PlaneLatent() implements Latent {
        private static final Tensor FOUR =
                Tensor.of(Shape.of(4, 2), 0.25f, -0.75f, -1.125f, 0.5f, 0.625f, 1.375f, -0.1875f, -0.625f);

        @Override
        public int size() {
            return 2;
        }

        @Override
        public Samples sample(int count, RandomStream random) {
            return Samples.of(count == 4 ? FOUR : random.normal(Shape.of(count, 2)));
        }
    }

    /** The four labels of the script, or those of the data. */
    record PlaneLabels() implements LabelSampler {
        @Override
        public Tensor labels(Tensor data, RandomStream random) {
            return data.shape().dim(0) == 4 ? Tensor.of(Shape.of(4), 0f, 1f, 1f, 0f) : data;
        }
    }

    /** tanh(z W + b), which makes nothing of labels. */
    record PlaneGenerator(boolean conditional) implements Generator {
        PlaneGenerator() {
            this(false);
        }

        @Override
        public Latent latent() {
            return new PlaneLatent();
        }

        @Override
        public Layer network(SampleSpec spec) {
            return PlainLayer.of(
                    Shape.of(3),
                    random -> drawn(random, "weight", 2, 3, "bias"),
                    (parameters, latent, pass) -> latent.matmul(parameters.get("weight"))
                            .plus(parameters.get("bias"))
                            .tanh());
        }
    }

    /** code = tanh(x encode + shift), reconstruction = code decode + lift. */
    record PlaneAutoencoder(ReconstructionError error) implements Autoencoder {
        @Override
        public AutoencoderNetwork network(SampleSpec spec) {
            Layer encoder = PlainLayer.of(
                    Shape.of(2),
                    random -> drawn(random, "encode", 3, 2, "shift"),
                    (parameters, x, pass) -> x.matmul(parameters.get("encode"))
                            .plus(parameters.get("shift"))
                            .tanh());
            Layer decoder = PlainLayer.of(
                    Shape.of(3),
                    random -> drawn(random, "decode", 2, 3, "lift"),
                    (parameters, code, pass) ->
                            code.matmul(parameters.get("decode")).plus(parameters.get("lift")));
            return AutoencoderNetwork.of(spec.shape(), encoder, decoder, error);
        }
    }

    /** Batches of 6 points in space, spread differently along each axis. */
    record SpaceBatches(RandomStream random) implements BatchSource {
        @Override
        public Samples batch(long index) {
            Tensor normal = random.split(index).replay().normal(Shape.of(6, 3));
            Tensor values = normal.times(Tensor.of(Shape.of(1, 3), 0.2f, 0.4f, 0.1f))
                    .plus(Tensor.of(Shape.of(3), 0.5f, 0f, -0.4f));
            return Samples.of(values, Tensor.of(Shape.of(6), 0f, 1f, 1f, 0f, 1f, 0f));
        }

        @Override
        public int batchSize() {
            return 6;
        }

        @Override
        public double batchesPerEpoch() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Returns a game with the networks of the world. */
    static PlayableGame opened(Game game) {
        return game.open(SPEC, DType.FLOAT64);
    }

    /** Returns the numbers of the script as the state of a game, in float64, with game variables of its own. */
    static GameState state(GenerativeGame game, Buffers variables) {
        SortedMap<String, PlayerState> players = new TreeMap<>();
        for (String player : game.players()) {
            Map<String, Tensor> values = player.equals("g") ? generator() : autoencoder();
            if (game instanceof AuxiliaryClassifier && player.equals("d")) {
                values.put("classes.weight", Tensor.of(Shape.of(2, 2), 0.7, -0.3, -0.2, 0.9));
                values.put("classes.bias", Tensor.of(Shape.of(2), 0.1, -0.4));
            }
            Parameters parameters = Parameters.of(values);
            players.put(player, PlayerState.of(parameters, Buffers.empty()));
        }
        return GameState.start(players).withExtra(variables);
    }

    private static Map<String, Tensor> generator() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        values.put("weight", Tensor.of(Shape.of(2, 3), 0.8, -0.4, 0.3, 0.5, 0.9, -0.7));
        values.put("bias", Tensor.of(Shape.of(3), 0.1, -0.2, 0.05));
        return values;
    }

    private static Map<String, Tensor> autoencoder() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        values.put("encoder.encode", Tensor.of(Shape.of(3, 2), 0.6, -0.5, 0.2, 0.7, -0.3, 0.4));
        values.put("encoder.shift", Tensor.of(Shape.of(2), 0.05, -0.15));
        values.put("decoder.decode", Tensor.of(Shape.of(2, 3), 0.9, -0.2, 0.4, -0.6, 0.8, 0.3));
        values.put("decoder.lift", Tensor.of(Shape.of(3), 0.02, -0.04, 0.1));
        return values;
    }

    static Buffers balance(double k) {
        return Buffers.empty().with(BoundaryEquilibrium.BALANCE, Tensor.scalar(DType.FLOAT64, k));
    }

    private static Parameters drawn(RandomStream random, String weight, int in, int out, String bias) {
        return Parameters.empty()
                .with(weight, random.split(weight).normal(Shape.of(in, out), 0, 0.5))
                .with(bias, Tensor.zeros(DType.FLOAT32, Shape.of(out)));
    }
}
