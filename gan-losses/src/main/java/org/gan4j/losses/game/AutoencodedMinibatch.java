package org.gan4j.losses.game;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Pass;
import org.jspecify.annotations.Nullable;

/** The codes and energies of a minibatch's samples, each computed when first needed, and once. */
final class AutoencodedMinibatch {
    private static final String D = TwoPlayerGame.DISCRIMINATOR;

    private final Minibatch minibatch;
    private final AutoencoderNetwork autoencoder;
    private final ForwardPass pass;
    private final DiscriminatorInputs inputs;
    private AutoencoderNetwork.@Nullable Outputs real;
    private AutoencoderNetwork.@Nullable Outputs fake;

    AutoencodedMinibatch(
            Minibatch minibatch, AutoencoderNetwork autoencoder, List<SampleTransform> transforms, String loss) {
        this.minibatch = minibatch;
        this.autoencoder = autoencoder;
        this.pass = minibatch.pass(D, "discriminator");
        this.inputs = new DiscriminatorInputs(minibatch, transforms, pass);
        minibatch.named(() -> loss);
        minibatch.mention(
                "energies of real samples", () -> Optional.ofNullable(real).map(AutoencoderNetwork.Outputs::energy));
        minibatch.mention(
                "energies of fake samples", () -> Optional.ofNullable(fake).map(AutoencoderNetwork.Outputs::energy));
    }

    AutoencoderNetwork.Outputs real() {
        AutoencoderNetwork.Outputs known = real;
        if (known == null) {
            known = outputs(inputs.real(), "real");
            real = known;
        }
        return known;
    }

    AutoencoderNetwork.Outputs fake() {
        AutoencoderNetwork.Outputs known = fake;
        if (known == null) {
            known = outputs(inputs.fake(), "fake");
            fake = known;
        }
        return known;
    }

    private AutoencoderNetwork.Outputs outputs(Samples samples, String which) {
        Pass own = pass.withRandom(pass.random().split(which));
        return autoencoder.apply(minibatch.parameters(D), samples, own);
    }

    void reportEnergies() {
        minibatch.reportMoments("energy/real", () -> real().energy().detach());
        minibatch.reportMoments("energy/fake", () -> fake().energy().detach());
    }
}
