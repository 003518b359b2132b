package org.gan4j.losses.game;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.adversarial.Round;
import org.gan4j.core.game.adversarial.ShownSamples;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The codes and energies of a round's samples, each computed when first needed, and once. */
final class AutoencodedRound {
    private static final String D = TwoPlayerGame.DISCRIMINATOR;

    private final Round round;
    private final Autoencoder autoencoder;
    private final ForwardPass judging;
    private final ShownSamples shown;
    private @Nullable Reading real;
    private @Nullable Reading fake;

    AutoencodedRound(Round round, Autoencoder autoencoder, List<SampleTransform> transforms, String loss) {
        this.round = round;
        this.autoencoder = autoencoder;
        this.judging = round.pass(D, "discriminator");
        this.shown = new ShownSamples(round, transforms, judging);
        round.named(() -> loss);
        round.mention(
                "energies of real samples", () -> Optional.ofNullable(real).map(Reading::energy));
        round.mention(
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
        Parameters parameters = round.parameters(D);
        Tensor code = autoencoder.encode(parameters, samples, pass);
        Tensor reconstruction = autoencoder.decode(parameters, code, pass);
        return new Reading(code, autoencoder.error().of(samples.values(), reconstruction));
    }

    void reportEnergies() {
        round.reportMoments("energy/real", () -> real().energy().detach());
        round.reportMoments("energy/fake", () -> fake().energy().detach());
    }
}
