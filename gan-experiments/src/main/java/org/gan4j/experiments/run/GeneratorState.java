package org.gan4j.experiments.run;

import org.gan4j.core.data.Samples;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.Generator;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.SampleSource;

/**
 * A generator with the parameters it had after some step: a source of samples in evaluation mode.
 *
 * @param generator the network
 * @param parameters its parameters
 * @param buffers its buffers
 * @param sample the shape of one sample
 * @param step after how many steps
 */
public record GeneratorState(Generator generator, Parameters parameters, Buffers buffers, Shape sample, long step)
        implements SampleSource {
    private static final int BLOCK = 1000;

    /** Returns the generator of a game in a state, with its latest parameters. */
    public static GeneratorState of(GenerativeGame game, GameState state, Shape sample) {
        PlayerState player = state.player(game.generatorPlayer());
        return new GeneratorState(game.generator(), player.parameters(), player.buffers(), sample, state.step());
    }

    /** Returns the same network with other parameters, such as their average. */
    public GeneratorState with(Parameters others) {
        return new GeneratorState(generator, others, buffers, sample, step);
    }

    /**
     * Generates samples in blocks of {@value #BLOCK}, each from its own part of the stream, so that memory is bounded.
     */
    @Override
    public Tensor generate(int count, RandomStream random) {
        float[] values = new float[Math.multiplyExact(count, sample.size())];
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            try (Scope block = Scope.open()) {
                RandomStream own = random.split(from / BLOCK);
                Samples latents = generator.latent().sample(size, own.split("latent"));
                float[] part = decode(latents, own.split("pass")).toFloats();
                System.arraycopy(part, 0, values, from * sample.size(), part.length);
            }
        }
        int[] dims = new int[sample.rank() + 1];
        dims[0] = count;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return Tensor.of(Shape.of(dims), values);
    }

    /** Generates the samples of given latent vectors [N, latent size], such as points on a line between two. */
    public Tensor decode(Samples latents, RandomStream random) {
        ForwardPass pass = ForwardPass.evaluation(step, random, buffers);
        return generator.generate(parameters, latents, pass);
    }
}
