package org.gan4j.core.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Dropout;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.LabelProjection;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Maxout;
import org.gan4j.core.nn.dense.Reshape;
import org.gan4j.core.nn.dense.Residual;
import org.gan4j.core.nn.dense.ResidualMlp;
import org.gan4j.core.nn.image.AveragePool;
import org.gan4j.core.nn.image.BilinearUpsample;
import org.gan4j.core.nn.image.Convolution;
import org.gan4j.core.nn.image.GlobalAveragePool;
import org.gan4j.core.nn.image.MaxPool;
import org.gan4j.core.nn.image.PixelShuffle;
import org.gan4j.core.nn.image.ResidualConvolution;
import org.gan4j.core.nn.image.TransposedConvolution;
import org.gan4j.core.nn.image.Upsample;
import org.gan4j.core.nn.init.ConstantInitializer;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.init.NormalInitializer;
import org.gan4j.core.nn.init.OffsetInitializer;
import org.gan4j.core.nn.init.OrthogonalInitializer;
import org.gan4j.core.nn.init.UniformInitializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.SpectralNormLayer;

/** Names the layers, activations and distributions of initial weights. */
final class NetworksModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), Layer.class)
                .bind("linear", Linear.class)
                .bind("maxout", Maxout.class)
                .bind("convolution", Convolution.class)
                .bind("transposed-convolution", TransposedConvolution.class)
                .bind("upsample", Upsample.class)
                .bind("bilinear-upsample", BilinearUpsample.class)
                .bind("pixel-shuffle", PixelShuffle.class)
                .bind("average-pool", AveragePool.class)
                .bind("max-pool", MaxPool.class)
                .bind("global-average-pool", GlobalAveragePool.class)
                .bind("batch-norm", BatchNorm.class)
                .bind("dropout", Dropout.class)
                .bind("label-concatenation", LabelConcatenation.class)
                .bind("label-projection", LabelProjection.class)
                .bind("flatten", Flatten.class)
                .bind("reshape", Reshape.class)
                .bind("named", NamedLayer.class)
                .bind("sequential", Sequential.class)
                .bind("spectral-norm", SpectralNormLayer.class)
                .bind("residual", Residual.class)
                .bind("residual-mlp", ResidualMlp.class)
                .bind("residual-convolution", ResidualConvolution.class)
                .bind("identity", Activation.Identity.class)
                .bind("relu", Activation.Relu.class)
                .bind("leaky-relu", Activation.LeakyRelu.class)
                .bind("elu", Activation.Elu.class)
                .bind("sigmoid", Activation.Sigmoid.class)
                .bind("tanh", Activation.Tanh.class)
                .bind("softplus", Activation.Softplus.class);
        strategies(binder(), Initializer.class)
                .bind("constant", ConstantInitializer.class)
                .bind("uniform", UniformInitializer.class)
                .bind("normal", NormalInitializer.class)
                .bind("offset", OffsetInitializer.class)
                .bind("glorot", Glorot.class)
                .bind("he", He.class)
                .bind("orthogonal", OrthogonalInitializer.class)
                .number(ConstantInitializer.class);
    }
}
