package org.gan4j.experiments.bench;

import java.util.Locale;
import org.gan4j.experiments.bench.MatrixProduct.Operand;

/**
 * The three matrix products of an affine layer y = x W: its output and the two gradients.
 *
 * @param name the layer's name
 * @param pass which batch goes through it
 * @param rows of the batch
 * @param inputs columns of x
 * @param outputs columns of y
 */
record AffineLayer(String name, String pass, int rows, int inputs, int outputs) {
    /** Returns x W. */
    MatrixProduct output() {
        return new MatrixProduct(label("output"), x(), weights(), false, false);
    }

    /** Returns dL/dx = dL/dy W^T. */
    MatrixProduct inputGradient() {
        return new MatrixProduct(label("gradient of the input"), slope(), weights(), false, true);
    }

    /** Returns dL/dW = x^T dL/dy. */
    MatrixProduct weightGradient() {
        return new MatrixProduct(label("gradient of the weights"), x(), slope(), true, false);
    }

    private Operand x() {
        return new Operand(name + " x " + pass, rows, inputs);
    }

    private Operand weights() {
        return new Operand(name + " weights", inputs, outputs);
    }

    private Operand slope() {
        return new Operand(name + " dL/dy " + pass, rows, outputs);
    }

    private String label(String what) {
        return String.format(Locale.ROOT, "%s, %s, %s", name, pass, what);
    }
}
