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
 * A discriminator's network whose energy is a reconstruction error: score(x) = -error(x, decode(encode(x))), so that a score
 * is never above 0. Other heads stand on the codes.
 *
 * <p>Parameters stand under "encoder." and "decoder.".
 *
 * @param samples the shape of one sample
 * @param encoder from samples to codes
 * @param decoder from codes to reconstructions of as many values as a sample
 * @param error how far a reconstruction is from its sample
 * @param heads other heads, by name
 * @param norm what stands between the weights that are learnt and those that are used
 */
public record AutoencoderNetwork(
        Shape samples,
        Layer encoder,
        Layer decoder,
        ReconstructionError error,
        SortedMap<String, Layer> heads,
        Optional<WeightNorm> norm)
        implements DiscriminatorNetwork {
    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";

    /**
     * Checks that decoder follows encoder.
     *
     * @throws IllegalArgumentException if a reconstruction has another number of values than a sample
     */
    public AutoencoderNetwork {
        Objects.requireNonNull(error, "error is null");
        Shape code = encoder.output(samples);
        Shape reconstruction = decoder.output(code);
        encoder = encoder.sized(samples);
        decoder = decoder.sized(code);
        SortedMap<String, Layer> made = new TreeMap<>();
        heads.forEach((name, head) -> made.put(name, head.sized(code)));
        heads = Collections.unmodifiableSortedMap(made);
        if (reconstruction.size() != samples.size()) {
            throw new IllegalArgumentException(
                    "samples are " + samples + ", but the decoder's reconstructions are " + reconstruction);
        }
    }

    /** Returns an autoencoder without other heads. */
    public static AutoencoderNetwork of(Shape samples, Layer encoder, Layer decoder, ReconstructionError error) {
        return new AutoencoderNetwork(samples, encoder, decoder, error, new TreeMap<>(), Optional.empty());
    }

    /** Returns the code of each sample, [N, code size]. */
    public Tensor encode(Parameters parameters, Samples batch, Pass pass) {
        return apply(parameters, batch, pass).features();
    }

    /** Returns one reconstruction per code, [N, ...] with as many values each as a sample. */
    public Tensor decode(Parameters parameters, Tensor codes, Pass pass) {
        return decoded(used(parameters, pass), codes, pass);
    }

    @Override
    public Outputs apply(Parameters parameters, Samples batch, Pass pass) {
        return new Outputs(this, used(parameters, pass), batch, pass.withLabels(batch.labels()));
    }

    @Override
    public Shape features() {
        return encoder.output(samples);
    }

    @Override
    public AutoencoderNetwork with(WeightNorm other) {
        return new AutoencoderNetwork(samples, encoder, decoder, error, heads, Optional.of(other));
    }

    @Override
    public AutoencoderNetwork withHead(String name, Layer head) {
        if (name.equals(SCORE) || name.equals(ENCODER) || name.equals(DECODER)) {
            throw new IllegalArgumentException("a head of an autoencoder cannot be called \"" + name + "\"");
        }
        return new AutoencoderNetwork(samples, encoder, decoder, error, Heads.with(heads, name, head, encoder), norm);
    }

    @Override
    public Parameters init(RandomStream random) {
        Parameters coding = encoder.init(samples, random.split(ENCODER)).under(ENCODER);
        Parameters decoding = decoder.init(features(), random.split(DECODER)).under(DECODER);
        return coding.and(decoding).and(Heads.init(heads, features(), random));
    }

    @Override
    public Buffers buffers() {
        Buffers own = encoder.buffers(samples)
                .under(ENCODER)
                .and(decoder.buffers(features()).under(DECODER))
                .and(Heads.buffers(heads, features()));
        return norm.map(n -> own.and(n.buffers(init(RandomStream.of(0))))).orElse(own);
    }

    @Override
    public boolean mixesSamples() {
        return encoder.mixesSamples()
                || decoder.mixesSamples()
                || heads.values().stream().anyMatch(Layer::mixesSamples);
    }

    private Parameters used(Parameters parameters, Pass pass) {
        return norm.map(n -> n.normalised(parameters, pass)).orElse(parameters);
    }

    private Tensor decoded(Parameters used, Tensor codes, Pass pass) {
        return decoder.apply(used.at(DECODER), codes, pass.at(DECODER));
    }

    /** What an autoencoder makes of one batch in one pass: codes, energies and the outputs of other heads. */
    public static final class Outputs implements DiscriminatorOutputs {
        private final AutoencoderNetwork network;
        private final Parameters used;
        private final Samples batch;
        private final Pass pass;
        private final SortedMap<String, Tensor> known = new TreeMap<>();
        private @Nullable Tensor code;
        private @Nullable Tensor energy;

        private Outputs(AutoencoderNetwork network, Parameters used, Samples batch, Pass pass) {
            this.network = network;
            this.used = used;
            this.batch = batch;
            this.pass = pass;
        }

        /** Returns the codes, [N, code size]. */
        @Override
        public Tensor features() {
            Tensor found = code;
            if (found == null) {
                found = network.encoder.apply(used.at(ENCODER), batch.values(), pass.at(ENCODER));
                code = found;
            }
            return found;
        }

        /** Returns the reconstruction errors, [N, 1], each at least 0. */
        public Tensor energy() {
            Tensor found = energy;
            if (found == null) {
                found = network.error.of(batch.values(), network.decoded(used, features(), pass));
                energy = found;
            }
            return found;
        }

        @Override
        public Tensor score() {
            return energy().negate();
        }

        @Override
        public Tensor head(String name) {
            Layer head = Heads.named(network.heads, name);
            if (!known.containsKey(name)) {
                known.put(name, head.apply(used.at(name), features(), pass.at(name)));
            }
            return Objects.requireNonNull(known.get(name));
        }
    }
}
