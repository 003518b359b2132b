package org.gan4j.experiments.bench;

import java.util.Locale;

/**
 * A matrix product of a computation: left times right, each transposed first where so set.
 *
 * @param name what the computation needs it for
 * @param left the matrix on the left
 * @param right the matrix on the right
 * @param transposeLeft whether the left one is transposed
 * @param transposeRight whether the right one is transposed
 */
record MatrixProduct(String name, Operand left, Operand right, boolean transposeLeft, boolean transposeRight) {
    /** A matrix in memory; products that name the same one read the same memory. */
    record Operand(String name, int rows, int columns) {}

    MatrixProduct {
        int inner = transposeLeft ? left.rows() : left.columns();
        int other = transposeRight ? right.columns() : right.rows();
        if (inner != other) {
            throw new IllegalArgumentException("the product " + name + " has inner sizes " + inner + " and " + other);
        }
    }

    int rows() {
        return transposeLeft ? left.columns() : left.rows();
    }

    int inner() {
        return transposeLeft ? left.rows() : left.columns();
    }

    int columns() {
        return transposeRight ? right.rows() : right.columns();
    }

    /** Returns the additions and multiplications: 2 m k n. */
    double operations() {
        return 2.0 * rows() * inner() * columns();
    }

    /** Returns name and shape: "hidden.0 (100 x 784)(784 x 1200)". */
    String inWords() {
        return String.format(Locale.ROOT, "%s (%d x %d)(%d x %d)", name, rows(), inner(), inner(), columns());
    }
}
