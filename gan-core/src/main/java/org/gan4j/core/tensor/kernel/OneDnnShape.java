package org.gan4j.core.tensor.kernel;

/**
 * What a primitive of a product is made for: [m, k] times [k, n], and how many elements of memory lie between the rows
 * and between the columns of each operand. The columns of the result lie side by side.
 */
record OneDnnShape(
        int m,
        int k,
        int n,
        int rowsOfA,
        int columnsOfA,
        int rowsOfB,
        int columnsOfB,
        int rowsOfC,
        boolean accumulate) {}
