package org.gan4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gan4j.experiments.bench.MatrixProduct.Operand;
import org.junit.jupiter.api.Test;

class BareProductsTest {
    /**
     * By hand, for weights G = 100*1200 + 1200*1200 + 1200*784 = 2 500 800 and D = 784*1200 + 240*1200 + 240 = 1 229 040:
     * outputs G + 2 D; discriminator's gradients 2 (2 D - 784*1200); generator's D + 2 G - 100*1200; each number 2 * 100 times.
     */
    @Test
    void theProductsOfASimultaneousStepAreAllThere() {
        long g = 2_500_800;
        long d = 1_229_040;
        double expected = 200.0 * (g + 2 * d + 2 * (2 * d - 784 * 1200) + d + 2 * g - 100 * 1200);
        List<MatrixProduct> products = BareProducts.goodfellow2014(100);
        assertThat(products.stream().mapToDouble(MatrixProduct::operations).sum())
                .isEqualTo(expected);
        assertThat(products.stream().map(MatrixProduct::name))
                .doesNotHaveDuplicates()
                .hasSize(27);
        assertThat(products.stream()
                        .filter(product -> Math.min(product.columns(), Math.min(product.rows(), product.inner())) == 1))
                .hasSize(7);
    }

    @Test
    void aLayersProductsHaveTheShapesOfItsOutputAndGradients() {
        AffineLayer layer = new AffineLayer("l", "real", 3, 5, 7);
        assertThat(layer.output().inWords()).isEqualTo("l, real, output (3 x 5)(5 x 7)");
        assertThat(layer.inputGradient().inWords()).isEqualTo("l, real, gradient of the input (3 x 7)(7 x 5)");
        assertThat(layer.weightGradient().inWords()).isEqualTo("l, real, gradient of the weights (5 x 3)(3 x 7)");
        assertThat(layer.output().right()).isEqualTo(layer.inputGradient().right());
    }

    @Test
    void distancesCoverEveryPointOnce() {
        List<MatrixProduct> products = BareProducts.distances(1_234, 77, 9);
        assertThat(products.stream().mapToInt(MatrixProduct::rows).sum()).isEqualTo(1_234);
        assertThat(products).allSatisfy(product -> {
            assertThat(product.inner()).isEqualTo(9);
            assertThat(product.columns()).isEqualTo(77);
        });
    }

    @Test
    void matricesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixProduct("p", new Operand("a", 2, 3), new Operand("b", 3, 4), false, true))
                .withMessage("the product p has inner sizes 3 and 4");
    }

    @Test
    void productsAreDoneAtLeastOnce() {
        Timing timing = new ProductsWorkload(BareProducts.goodfellow2014(2)).work(0);
        assertThat(timing.count()).isEqualTo(1);
        assertThat(timing.seconds()).isPositive();
    }
}
