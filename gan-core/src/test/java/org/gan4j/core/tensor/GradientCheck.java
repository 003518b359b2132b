package org.gan4j.core.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.gan4j.core.memory.DType;

/**
 * Compares derivatives with central differences: along a random direction d, the analytic &lt;grad f(x), d&gt; against
 * (f(x + h d) - f(x - h d)) / 2h in float64. Order 2 does the same with the function x to &lt;grad f(x), d&gt;, and so on.
 */
public final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private GradientCheck() {}

    /**
     * Checks derivatives of orders 1 to {@code order} of a function of FLOAT64 tensors. A result that is not a scalar is
     * made one by fixed random weights.
     *
     * @throws AssertionError if one differs, with the analytic and the numeric value
     */
    public static void check(int order, Function<List<Tensor>, Tensor> f, Tensor... at) {
        List<Tensor> point = new ArrayList<>();
        for (Tensor tensor : at) {
            if (tensor.dtype() != DType.FLOAT64) {
                throw new IllegalArgumentException("Gradients are checked in FLOAT64, not " + tensor.dtype());
            }
            point.add(tensor.detach());
        }
        Function<List<Tensor>, Tensor> function = arguments -> weighted(f.apply(arguments));
        for (int current = 1; current <= order; current++) {
            List<Tensor> direction = directions(point, 17L * current);
            compare(current, function, point, direction);
            Function<List<Tensor>, Tensor> lower = function;
            function = arguments -> {
                List<Tensor> tracked = arguments.stream().map(Tensor::tracked).toList();
                return along(Gradients.differentiable(lower.apply(tracked), tracked), direction);
            };
        }
    }

    private static void compare(
            int order, Function<List<Tensor>, Tensor> f, List<Tensor> point, List<Tensor> direction) {
        List<Tensor> tracked = point.stream().map(Tensor::tracked).toList();
        double analytic =
                along(Gradients.of(f.apply(tracked), tracked), direction).item();
        double numeric = (f.apply(moved(point, direction, STEP)).item()
                        - f.apply(moved(point, direction, -STEP)).item())
                / (2 * STEP);
        double scale = Math.max(1, Math.max(Math.abs(analytic), Math.abs(numeric)));
        if (!(Math.abs(analytic - numeric) <= TOLERANCE * scale)) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "derivative of order %d: analytic: %.12g numeric: %.12g at %s along %s",
                    order,
                    analytic,
                    numeric,
                    point,
                    direction));
        }
    }

    private static Tensor along(List<Tensor> gradients, List<Tensor> direction) {
        Tensor total = gradients.get(0).times(direction.get(0)).sum();
        for (int i = 1; i < gradients.size(); i++) {
            total = total.plus(gradients.get(i).times(direction.get(i)).sum());
        }
        return total;
    }

    private static List<Tensor> moved(List<Tensor> point, List<Tensor> direction, double step) {
        List<Tensor> result = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            result.add(point.get(i).plus(direction.get(i).times(step)));
        }
        return result;
    }

    private static Tensor weighted(Tensor value) {
        return value.shape().rank() == 0
                ? value
                : value.times(random(value.shape(), 5)).sum();
    }

    private static List<Tensor> directions(List<Tensor> point, long seed) {
        List<Tensor> result = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            result.add(random(point.get(i).shape(), seed + i));
        }
        return result;
    }

    /** Returns FLOAT64 numbers in (-1, 1), the same for the same seed. */
    public static Tensor random(Shape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[shape.size()];
        Arrays.setAll(values, i -> 2 * random.nextDouble() - 1);
        return Tensor.of(shape, values);
    }
}
