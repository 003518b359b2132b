package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.experiments.bench.MatrixProduct.Operand;

/** The matrix products that a computation cannot do without. */
final class BareProducts {
    private BareProducts() {}

    /**
     * The products of one step of the 2014 paper's MNIST networks when both players learn from one pass: generator
     * 100-1200-1200-784, discriminator 784-1200-(maxout of 5)-240-1200-(maxout of 5)-240-1.
     *
     * <p>Ten outputs, of the generator once and the discriminator on real and fake samples. The discriminator's loss
     * needs the gradients of the weights of its three layers and of the inputs of the upper two, on real and on fake samples;
     * the generator's loss those of the inputs of all of the discriminator's layers, of the generator's weights, and of
     * the inputs of its upper two layers. That is 27 products, 20 of matrices and 7 with a single column.
     */
    static List<MatrixProduct> goodfellow2014(int batch) {
        List<AffineLayer> generator = List.of(
                new AffineLayer("g 1", "fake", batch, 100, 1200),
                new AffineLayer("g 2", "fake", batch, 1200, 1200),
                new AffineLayer("g 3", "fake", batch, 1200, 784));
        List<AffineLayer> real = discriminator("real", batch);
        List<AffineLayer> fake = discriminator("fake", batch);
        List<MatrixProduct> products = new ArrayList<>();
        for (List<AffineLayer> network : List.of(generator, real, fake)) {
            network.forEach(layer -> products.add(layer.output()));
        }
        for (List<AffineLayer> network : List.of(real, fake)) {
            products.addAll(weightGradients(network));
        }
        List<AffineLayer> judging = discriminator("generator's loss", batch);
        for (int i = judging.size() - 1; i >= 0; i--) {
            products.add(judging.get(i).inputGradient());
        }
        products.addAll(weightGradients(generator));
        return products;
    }

    private static List<AffineLayer> discriminator(String pass, int batch) {
        return List.of(
                new AffineLayer("d 1", pass, batch, 784, 1200),
                new AffineLayer("d 2", pass, batch, 240, 1200),
                new AffineLayer("d 3", pass, batch, 240, 1));
    }

    /** The gradients of all weights, and of the inputs of all layers but the first, as a backward pass meets them. */
    private static List<MatrixProduct> weightGradients(List<AffineLayer> network) {
        List<MatrixProduct> products = new ArrayList<>();
        for (int i = network.size() - 1; i >= 0; i--) {
            products.add(network.get(i).weightGradient());
            if (i > 0) {
                products.add(network.get(i).inputGradient());
            }
        }
        return products;
    }

    /**
     * The products of points with centres, in blocks of rows: points centres^T is all that distances need besides norms.
     *
     * @param points how many in total
     */
    static List<MatrixProduct> distances(int points, int centres, int dimension) {
        int block = 500;
        Operand right = new Operand("centres", centres, dimension);
        List<MatrixProduct> products = new ArrayList<>();
        for (int from = 0; from < points; from += block) {
            int rows = Math.min(block, points - from);
            products.add(new MatrixProduct(
                    "points from " + from, new Operand("points " + rows, rows, dimension), right, false, true));
        }
        return products;
    }
}
