package org.gan4j.core.gan.network;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.norm.WeightNorm;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A trunk with heads.
 *
 * @param samples the shape of one sample
 * @param trunk from samples to features
 * @param heads from features to outputs, by name; one of them is the score's
 * @param norm what stands between the weights that are learnt and those that are used
 */
record TrunkAndHeads(Shape samples, Layer trunk, SortedMap<String, Layer> heads, Optional<WeightNorm> norm)
        implements DiscriminatorNetwork {
    TrunkAndHeads {
        Shape features = trunk.output(samples);
        trunk = trunk.sized(samples);
        SortedMap<String, Layer> made = new TreeMap<>();
        heads.forEach((name, head) -> {
            head.output(features);
            made.put(name, head.sized(features));
        });
        heads = Collections.unmodifiableSortedMap(made);
    }

    static TrunkAndHeads of(Shape samples, Layer trunk, Layer score) {
        Shape output = score.output(trunk.output(samples));
        if (!output.equals(Shape.of(1))) {
            throw new IllegalArgumentException("a score is one number per sample, shape [1], but this network gives "
                    + output + "; let it end with a linear layer of one unit");
        }
        SortedMap<String, Layer> heads = new TreeMap<>();
        heads.put(SCORE, score);
        return new TrunkAndHeads(samples, trunk, heads, Optional.empty());
    }

    @Override
    public Shape features() {
        return trunk.output(samples);
    }

    @Override
    public TrunkAndHeads with(WeightNorm other) {
        return new TrunkAndHeads(samples, trunk, heads, Optional.of(other));
    }

    @Override
    public TrunkAndHeads withHead(String name, Layer head) {
        if (trunk.init(samples, RandomStream.of(0)).names().stream().anyMatch(own -> own.startsWith(name + "."))) {
            throw new IllegalArgumentException("a head cannot be called \"" + name + "\", as a layer of the trunk is");
        }
        return new TrunkAndHeads(samples, trunk, Heads.with(heads, name, head, trunk), norm);
    }

    @Override
    public Parameters init(RandomStream random) {
        return trunk.init(samples, random).and(Heads.init(heads, features(), random));
    }

    @Override
    public Buffers buffers() {
        Buffers own = trunk.buffers(samples).and(Heads.buffers(heads, features()));
        return norm.map(n -> own.and(n.buffers(init(RandomStream.of(0))))).orElse(own);
    }

    @Override
    public boolean mixesSamples() {
        return trunk.mixesSamples() || heads.values().stream().anyMatch(Layer::mixesSamples);
    }

    @Override
    public DiscriminatorOutputs apply(Parameters parameters, Samples samples, Pass pass) {
        return new Outputs(parameters, samples, pass.withLabels(samples.labels()));
    }

    private final class Outputs implements DiscriminatorOutputs {
        private final Parameters parameters;
        private final Tensor values;
        private final Pass pass;
        private final SortedMap<String, Tensor> known = new TreeMap<>();
        private @Nullable Tensor features;

        Outputs(Parameters parameters, Samples batch, Pass pass) {
            this.parameters = norm.map(n -> n.normalised(parameters, pass)).orElse(parameters);
            this.values = batch.values();
            this.pass = pass;
        }

        @Override
        public Tensor features() {
            Tensor found = features;
            if (found == null) {
                found = trunk.apply(parameters, values, pass);
                features = found;
            }
            return found;
        }

        @Override
        public Tensor score() {
            return head(SCORE);
        }

        @Override
        public Tensor head(String name) {
            Layer head = Heads.named(heads, name);
            if (!known.containsKey(name)) {
                known.put(name, head.apply(parameters.at(name), features(), pass.at(name)));
            }
            return Objects.requireNonNull(known.get(name));
        }
    }
}
