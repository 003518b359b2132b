package org.gan4j.losses.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A penalty and what is known of it from elsewhere than its code.
 *
 * @param name the name under which it is registered
 * @param penalty the penalty
 * @param price for a price on the score's gradient: what a norm costs, weight included
 * @param readsReal whether the real samples matter
 * @param readsFake whether the fake samples matter
 * @param draws whether it draws random numbers
 * @param images whether it looks at images [N, H, W, C] only; the tests give it images of one row
 * @param goldens values computed elsewhere
 */
public record PenaltyCase(
        String name,
        Penalty penalty,
        Optional<DoubleUnaryOperator> price,
        boolean readsReal,
        boolean readsFake,
        boolean draws,
        boolean images,
        List<Golden> goldens) {

    /**
     * A value computed elsewhere, on the critic s(x, y) = x^2 - y^2 / 2 + x / 2 + y, whose gradient is (2 x + 1/2, 1 - y).
     *
     * @param real the real points, [N, 2]
     * @param fake the fake points, [M, 2]
     * @param value the penalty, or its mean over what is drawn
     * @param tolerance the largest difference
     */
    public record Golden(Tensor real, Tensor fake, double value, double tolerance) {}

    /** Returns the case of a penalty that looks at real and fake samples and draws nothing. */
    public static PenaltyCase of(String name, Penalty penalty) {
        return new PenaltyCase(name, penalty, Optional.empty(), true, true, false, false, List.of());
    }

    /** Returns this case of a price on the norm of the gradient of the score. */
    public PenaltyCase pricing(DoubleUnaryOperator norm) {
        return new PenaltyCase(name, penalty, Optional.of(norm), readsReal, readsFake, draws, images, goldens);
    }

    /** Returns this case of a penalty for which fake samples do not matter. */
    public PenaltyCase onlyReal() {
        return new PenaltyCase(name, penalty, price, true, false, draws, images, goldens);
    }

    /** Returns this case of a penalty for which real samples do not matter. */
    public PenaltyCase onlyFake() {
        return new PenaltyCase(name, penalty, price, false, true, draws, images, goldens);
    }

    /** Returns this case of a penalty that draws random numbers. */
    public PenaltyCase drawing() {
        return new PenaltyCase(name, penalty, price, readsReal, readsFake, true, images, goldens);
    }

    /** Returns this case of a penalty that looks at images only. */
    public PenaltyCase onImages() {
        return new PenaltyCase(name, penalty, price, readsReal, readsFake, draws, true, goldens);
    }

    /** Returns this case with an exact value. */
    public PenaltyCase golden(double[][] real, double[][] fake, double value) {
        return with(new Golden(points(real), points(fake), value, 1e-12 * Math.max(1, value)));
    }

    /** Returns this case with the mean of what is drawn, to be found within a tolerance. */
    public PenaltyCase goldenMean(double[][] real, double[][] fake, double value, double tolerance) {
        return with(new Golden(points(real), points(fake), value, tolerance));
    }

    private static Tensor points(double[][] rows) {
        double[] values = new double[rows.length * 2];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, 2 * i, 2);
        }
        return Tensor.of(Shape.of(rows.length, 2), values);
    }

    private PenaltyCase with(Golden golden) {
        List<Golden> more = new ArrayList<>(goldens);
        more.add(golden);
        return new PenaltyCase(
                name, penalty, price, readsReal, readsFake, draws, images, Collections.unmodifiableList(more));
    }
}
