package org.gan4j.core.nn.dense;

import org.gan4j.core.config.Require;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Class numbers as a network takes them. */
public final class Labels {
    private Labels() {}

    /** Returns class numbers as a tensor, shape [N]. */
    public static Tensor of(int... labels) {
        float[] values = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = labels[i];
        }
        return Tensor.of(Shape.of(labels.length), values);
    }

    /** Returns so many class numbers, the first classes first and as many of each as can be: 0, 0, ..., 1, 1, ... */
    public static Tensor inOrder(int count, int classes) {
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            long label = (long) i * classes / count;
            labels[i] = label;
        }
        return Tensor.of(Shape.of(count), labels);
    }

    /**
     * Returns class numbers as rows of zeros with a single one: y_nk = 1 where k is the label of sample n.
     *
     * @param labels class numbers, whole numbers from 0 to classes - 1, shape [N]
     * @param classes how many classes there are, at least 1
     * @return shape [N, classes], without derivatives
     * @throws IllegalArgumentException if a label is not the number of a class
     */
    public static Tensor oneHot(Tensor labels, int classes, DType dtype) {
        Sizes.atLeastOne("classes", classes);
        Require.that(labels.shape().rank() == 1, "The shape of labels", labels.shape(), "[N], a number per sample");
        double[] numbers = labels.toDoubles();
        float[] rows = new float[Math.multiplyExact(numbers.length, classes)];
        for (int n = 0; n < numbers.length; n++) {
            int label = (int) numbers[n];
            if (!(label == numbers[n] && label >= 0 && label < classes)) {
                throw new IllegalArgumentException("The label of sample " + n + " is " + numbers[n]
                        + ", but this network knows the classes 0 to " + (classes - 1) + ", as many as "
                        + "the data that it was made for");
            }
            rows[n * classes + label] = 1;
        }
        return Tensor.of(Shape.of(numbers.length, classes), rows).to(dtype);
    }

    /**
     * Returns the labels of the samples that pass through as {@link #oneHot} rows.
     *
     * @param input the batch that the labels belong to, [N, ...]
     * @throws org.gan4j.core.io.UserError if there are no labels
     * @throws IllegalArgumentException if there is not one for each sample
     */
    static Tensor oneHot(Pass pass, Tensor input, int classes) {
        Tensor labels = pass.labels()
                .orElseThrow(() -> new UserError(
                        ExitCode.CONFIGURATION,
                        "A conditional network was given samples without labels. In a configuration take data with labels"
                                + " and a conditional game, or networks without labels; in code give every sample its class"
                                + " number, Samples.of(values, labels)."));
        if (labels.shape().dim(0) != input.shape().dim(0)) {
            throw new IllegalArgumentException("There are " + labels.shape().dim(0) + " labels for "
                    + input.shape().dim(0) + " samples; a conditional network needs one for each");
        }
        return oneHot(labels, classes, input.dtype());
    }
}
