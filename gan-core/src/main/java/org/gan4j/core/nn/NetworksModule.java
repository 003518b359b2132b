package org.gan4j.core.nn;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;

/** Names the layers, activations and distributions of initial weights. */
public final class NetworksModule extends AbstractModule {
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
                .bind("named", Named.class)
                .bind("sequential", Sequential.class)
                .bind("identity", Activation.Identity.class)
                .bind("relu", Activation.Relu.class)
                .bind("leaky-relu", Activation.LeakyRelu.class)
                .bind("elu", Activation.Elu.class)
                .bind("sigmoid", Activation.Sigmoid.class)
                .bind("tanh", Activation.Tanh.class)
                .bind("softplus", Activation.Softplus.class);
        strategies(binder(), Activation.class)
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
