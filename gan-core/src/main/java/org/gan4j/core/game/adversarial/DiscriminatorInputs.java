package org.gan4j.core.game.adversarial;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The real and the generated samples of a minibatch as a player is shown them: after the transforms, in their order, each
 * computed when first needed, and once.
 */
public final class DiscriminatorInputs {
    private final Minibatch minibatch;
    private final List<SampleTransform> transforms;
    private final ForwardPass pass;
    private @Nullable Samples real;
    private @Nullable Samples fake;

    /**
     * Shows the samples of a minibatch.
     *
     * @param pass of the player who is shown them; transforms leave no trace in it
     */
    public DiscriminatorInputs(Minibatch minibatch, List<SampleTransform> transforms, ForwardPass pass) {
        this.minibatch = minibatch;
        this.transforms = transforms;
        this.pass = pass;
    }

    /** Returns what is known of samples after transforms. */
    public static SampleSpec spec(SampleSpec spec, List<SampleTransform> transforms) {
        SampleSpec seen = spec;
        for (SampleTransform transform : transforms) {
            seen = transform.transformed(seen);
        }
        return seen;
    }

    /**
     * Returns how many samples of a batch are left after transforms.
     *
     * @throws IllegalArgumentException if a transform cannot be applied to so many, with the reason
     */
    public static int size(int size, List<SampleTransform> transforms) {
        int left = size;
        for (SampleTransform transform : transforms) {
            left = transform.transformedSize(left);
        }
        return left;
    }

    /**
     * Returns the scores of samples as the discriminator "d" is given them, after the transforms, in evaluation mode.
     *
     * @param samples of any element type
     * @param random a stream for networks that draw even then
     */
    public static Tensor scores(DiscriminatorNetwork network, GameState state, Samples samples, RandomStream random) {
        PlayerState player = state.player(TwoPlayerGame.DISCRIMINATOR);
        ForwardPass pass = ForwardPass.evaluation(state.step(), random, player.buffers());
        return network.score(player.parameters(), Minibatch.typed(samples, state), pass);
    }

    /** Returns the data of the minibatch, transformed. */
    public Samples real() {
        Samples known = real;
        if (known == null) {
            known = transformed(minibatch.real(), stream("real"));
            real = known;
        }
        return known;
    }

    /** Returns the generated samples of the minibatch, transformed. */
    public Samples fake() {
        Samples known = fake;
        if (known == null) {
            known = transformed(minibatch.generated(), stream("fake"));
            fake = known;
        }
        return known;
    }

    private RandomStream stream(String which) {
        return minibatch.random().split("transform").split(which);
    }

    private Samples transformed(Samples samples, RandomStream stream) {
        Samples result = samples;
        int place = 0;
        for (SampleTransform transform : transforms) {
            result = transform.apply(result, pass.withoutUpdates().withRandom(stream.split(place)));
            place++;
        }
        return result;
    }
}
