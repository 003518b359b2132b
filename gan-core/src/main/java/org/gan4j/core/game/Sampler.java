package org.gan4j.core.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Draws samples from a generator in evaluation mode, block by block, so that memory stays bounded.
 *
 * <p>Sample i depends on the stream and i only: asking for more gives the same samples first.
 *
 * @param generator the network
 * @param parameters its parameters, the last or the averaged ones
 * @param buffers its buffers
 * @param shape the shape of one sample
 */
public record Sampler(Generator generator, Parameters parameters, Buffers buffers, Shape shape) {
    private static final int BLOCK = 1000;

    public Sampler {
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(parameters, "parameters is null");
        Objects.requireNonNull(buffers, "buffers is null");
        Objects.requireNonNull(shape, "shape is null");
    }

    /** Returns the sampler of the generator of a game, with its averaged parameters if they are kept. */
    public static Sampler of(AdversarialGame game, GameState state, Shape shape) {
        PlayerState player = state.player(AdversarialGame.GENERATOR);
        Parameters parameters = player.average().orElse(player.parameters());
        return new Sampler(game.generator(), parameters, player.buffers(), shape);
    }

    /**
     * Draws samples.
     *
     * @param count how many, at least 1
     * @param random decides
     * @return shape [count, ...]
     */
    public Tensor sample(int count, RandomStream random) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, but is " + count);
        }
        List<Tensor> blocks = new ArrayList<>();
        for (int from = 0; from < count; from += BLOCK) {
            Tensor block = block(random.split(from / BLOCK));
            blocks.add(from + BLOCK <= count ? block : block.slice(0, 0, count - from));
        }
        return blocks.size() == 1 ? blocks.get(0) : Tensor.concatenate(0, blocks);
    }

    private Tensor block(RandomStream random) {
        try (Scope scope = Scope.open()) {
            ForwardPass pass = ForwardPass.evaluation(0, random.split("pass"), buffers);
            Tensor values =
                    generator.generate(parameters, generator.latent().sample(BLOCK, random.split("latent")), pass);
            int[] dims = new int[shape.rank() + 1];
            dims[0] = BLOCK;
            System.arraycopy(shape.dims(), 0, dims, 1, shape.rank());
            return scope.keep(values.reshape(Shape.of(dims)));
        }
    }
}
