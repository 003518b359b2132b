package org.gan4j.core.kernel;

import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.memory.Block;

/** The three maps of a convolution as one plain loop over all products, in double precision. */
public final class PlainConvolution implements ConvolutionKernels {
    @Override
    public void forward(Block x, Block w, Block z, ConvolutionSizes sizes) {
        double[] result = new double[sizes.batch() * sizes.z().size()];
        eachProduct(sizes, (i, j, k) -> result[k] += x.get(i) * w.get(j));
        z.write(0, result, 0, result.length);
    }

    @Override
    public void backwardData(Block z, Block w, Block x, ConvolutionSizes sizes) {
        double[] result = new double[sizes.batch() * sizes.x().size()];
        eachProduct(sizes, (i, j, k) -> result[i] += z.get(k) * w.get(j));
        x.write(0, result, 0, result.length);
    }

    @Override
    public void backwardWeights(Block x, Block z, Block w, ConvolutionSizes sizes) {
        double[] result = new double[sizes.weights()];
        eachProduct(sizes, (i, j, k) -> result[j] += x.get(i) * z.get(k));
        w.write(0, result, 0, result.length);
    }

    /** The places in x, w and z that belong to one product. */
    private interface Term {
        void add(int x, int w, int z);
    }

    private static void eachProduct(ConvolutionSizes sizes, Term term) {
        Image x = sizes.x();
        Image z = sizes.z();
        Window window = sizes.window();
        for (int n = 0; n < sizes.batch(); n++) {
            for (int pixel = 0; pixel < z.pixels(); pixel++) {
                for (int weight = 0; weight < sizes.weights(); weight++) {
                    int o = weight % z.channels();
                    int c = weight / z.channels() % x.channels();
                    int b = weight / z.channels() / x.channels() % window.width();
                    int a = weight / z.channels() / x.channels() / window.width();
                    int row = pixel / z.width() * window.strideHeight() + a - window.top();
                    int column = pixel % z.width() * window.strideWidth() + b - window.left();
                    if (row >= 0 && row < x.height() && column >= 0 && column < x.width()) {
                        int from = ((n * x.height() + row) * x.width() + column) * x.channels() + c;
                        term.add(from, weight, (n * z.pixels() + pixel) * z.channels() + o);
                    }
                }
            }
        }
    }
}
