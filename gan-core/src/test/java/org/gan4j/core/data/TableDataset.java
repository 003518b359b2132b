package org.gan4j.core.data;

import org.gan4j.core.tensor.Shape;

/** A data set of n rows in which row i holds the numbers i and -i. */
record TableDataset(int n) implements Dataset {
    @Override
    public String name() {
        return "table";
    }

    @Override
    public String description() {
        return n + " numbered rows";
    }

    @Override
    public String checksum() {
        return Splits.checksum(description(), train());
    }

    @Override
    public SampleSpec spec() {
        return SampleSpec.unbounded(Shape.of(2));
    }

    @Override
    public Split train() {
        float[] values = new float[2 * n];
        for (int i = 0; i < n; i++) {
            values[2 * i] = i;
            values[2 * i + 1] = -i;
        }
        return ArraySplit.of(Shape.of(2), values);
    }

    @Override
    public Split validation() {
        return train();
    }

    @Override
    public Split test() {
        return train();
    }
}
