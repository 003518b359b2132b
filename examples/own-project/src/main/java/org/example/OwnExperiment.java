package org.example;

import org.gan4j.core.tensor.kernel.DType;

/** The smallest program over GAN4J. */
public final class OwnExperiment {
    private OwnExperiment() {}

    public static void main(String[] arguments) {
        System.out.println(DType.FLOAT32);
    }
}
