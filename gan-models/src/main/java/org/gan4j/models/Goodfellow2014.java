package org.gan4j.models;

import java.util.List;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.models.Mlp.MlpGenerator;

/**
 * The networks of the 2014 paper's MNIST experiment, with the settings of the code released with it.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, section 5</a>
 * @see <a href="https://github.com/goodfeli/adversarial">its code, mnist.yaml</a>
 */
public final class Goodfellow2014 {
    /**
     * 100 uniform latent coordinates of variance 1, two layers of 1200 rectifiers, sigmoid; weights uniform on
     * [-0.05, 0.05), hidden biases 0, output biases at the logit of the mean image; no dropout.
     */
    public static final MlpGenerator MNIST_GENERATOR = new MlpGenerator(
            UniformLatent.ofUnitVariance(100),
            List.of(1200, 1200),
            Activation.relu(),
            OutputActivation.SIGMOID,
            OutputBias.DATA_MEAN,
            Initializer.uniform(-0.05, 0.05),
            1,
            Conditioning.NONE);

    /**
     * Two maxout layers of 240 units with 5 pieces and a linear score; weights uniform on [-0.005, 0.005), biases 0;
     * dropout keeps 0.8 of the input (scaled by 1.25) and 0.5 of the hidden units (scaled by 2).
     */
    public static final MaxoutDiscriminator MNIST_DISCRIMINATOR = MaxoutDiscriminator.DEFAULTS;

    private Goodfellow2014() {}
}
