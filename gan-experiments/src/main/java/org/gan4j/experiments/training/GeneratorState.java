package org.gan4j.experiments.training;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.Generator;
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
 * @param labels which labels samples are asked for; empty where the network takes none
 */
public record GeneratorState(
        Generator generator,
        Parameters parameters,
        Buffers buffers,
        Shape sample,
        long step,
        Optional<RequestedLabels> labels)
        implements SampleSource {
    private static final int BLOCK = 1000;

    /** Returns the generator of a game in a state, with its latest parameters; of a network without labels. */
    public static GeneratorState of(GenerativeGame game, GameState state, Shape sample) {
        PlayerState player = state.player(game.generatorPlayer());
        return new GeneratorState(
                game.generator(), player.parameters(), player.buffers(), sample, state.step(), Optional.empty());
    }

    /** Returns the generator of a game in a state, with its latest parameters, trained on these data. */
    public static GeneratorState of(GenerativeGame game, GameState state, Dataset data) {
        return of(game, state, data.spec().shape()).asking(RequestedLabels.of(game, data));
    }

    /** Returns the same network with other parameters, such as their average. */
    public GeneratorState with(Parameters others) {
        return new GeneratorState(generator, others, buffers, sample, step, labels);
    }

    /** Returns the same network, asked for labels in another way. */
    GeneratorState asking(Optional<RequestedLabels> others) {
        return new GeneratorState(generator, parameters, buffers, sample, step, others);
    }

    /**
     * Generates samples in blocks of {@value #BLOCK}, each from its own part of the stream, so that memory is bounded. A
     * conditional generator is asked for the labels that its game asks for.
     */
    @Override
    public Tensor generate(int count, RandomStream random) {
        return generate(count, random, labels.map(asked -> asked.draw(count, random.split("asked"))));
    }

    /**
     * Generates samples of given labels, in blocks as well.
     *
     * @throws IllegalArgumentException if the network takes no labels
     */
    @Override
    public Tensor generate(Tensor asked, RandomStream random) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "this generator takes no labels; only that of a conditional game can be asked"
                            + " for samples by their label");
        }
        return generate(asked.shape().dim(0), random, Optional.of(asked.toFloats()));
    }

    private Tensor generate(int count, RandomStream random, Optional<float[]> asked) {
        float[] values = new float[Math.multiplyExact(count, sample.size())];
        for (int from = 0; from < count; from += BLOCK) {
            int first = from;
            int size = Math.min(BLOCK, count - from);
            try (Scope block = Scope.open()) {
                RandomStream own = random.split(from / BLOCK);
                Samples latents = generator.latent().sample(size, own.split("latent"));
                Optional<Tensor> part =
                        asked.map(all -> Tensor.of(Shape.of(size), Arrays.copyOfRange(all, first, first + size)));
                Samples input = new Samples(latents.values(), part.or(latents::labels));
                float[] made = decode(input, own.split("pass")).toFloats();
                System.arraycopy(made, 0, values, from * sample.size(), made.length);
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
