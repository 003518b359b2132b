package org.gan4j.losses.game;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The codes and energies of a minibatch's samples, each computed when first needed, and once. */
final class AutoencodedRound {
    private static final String D = TwoPlayerGame.DISCRIMINATOR;

    private final Minibatch minibatch;
    private final Autoencoder autoencoder;
    private final ForwardPass judging;
    private final DiscriminatorInputs shown;
    private @Nullable Reading real;
    private @Nullable Reading fake;

    AutoencodedRound(Minibatch minibatch, Autoencoder autoencoder, List<SampleTransform> transforms, String loss) {
        this.minibatch = minibatch;
        this.autoencoder = autoencoder;
        this.judging = minibatch.pass(D, "discriminator");
        this.shown = new DiscriminatorInputs(minibatch, transforms, judging);
        minibatch.named(() -> loss);
        minibatch.mention(
                "energies of real samples", () -> Optional.ofNullable(real).map(Reading::energy));
        minibatch.mention(
                "energies of fake samples", () -> Optional.ofNullable(fake).map(Reading::energy));
    }

    /** What the autoencoder makes of samples: their codes, [N, code size], and energies, [N, 1]. */
    record Reading(Tensor code, Tensor energy) {}

    Reading real() {
        Reading known = real;
        if (known == null) {
            known = read(shown.real(), "real");
            real = known;
        }
        return known;
    }

    Reading fake() {
        Reading known = fake;
        if (known == null) {
            known = read(shown.fake(), "fake");
            fake = known;
        }
        return known;
    }

    private Reading read(Samples samples, String which) {
        Pass pass = judging.withRandom(judging.random().split(which));
        Parameters parameters = minibatch.parameters(D);
        Tensor code = autoencoder.encode(parameters, samples, pass);
        Tensor reconstruction = autoencoder.decode(parameters, code, pass);
        return new Reading(code, autoencoder.error().of(samples.values(), reconstruction));
    }

    void reportEnergies() {
        minibatch.reportMoments("energy/real", () -> real().energy().detach());
        minibatch.reportMoments("energy/fake", () -> fake().energy().detach());
    }
}
