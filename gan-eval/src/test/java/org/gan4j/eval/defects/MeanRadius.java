package org.gan4j.eval.defects;

import java.util.List;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;

/**
 * A sound evaluator: the mean distance of samples from the origin, and that of test rows.
 *
 * @param samples how many
 */
record MeanRadius(int samples) implements Evaluator {
    static final Measure RADIUS = Measure.of(
            "mean-radius",
            "mean radius",
            Unit.DATA,
            Direction.TOWARDS_FLOOR,
            Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);
    static final Measure OF_TEST = Measure.of(
            "mean-radius-of-test-rows",
            "mean radius of test rows",
            Unit.DATA,
            Direction.NEITHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);

    @Override
    public List<Measure> measures() {
        return List.of(RADIUS, OF_TEST);
    }

    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Points drawn = Points.samples(samples);
        Estimate ofTest = radius(OF_TEST, context, Points.test(samples));
        Estimate ofSamples = context.notFinite(drawn)
                .map(reason -> Estimate.undefined(RADIUS, reason))
                .orElseGet(() -> radius(RADIUS, context, drawn));
        return List.of(ofSamples.withFloor(ofTest.value(), NullFloor.Source.SIMULATED, "that of test rows"), ofTest);
    }

    private static Estimate radius(Measure measure, SampleContext context, Points points) {
        try (Scope scope = Scope.open()) {
            Tensor norms = context.points(points).values().square().sum(1).sqrt();
            double[] radii = norms.toDoubles();
            double mean = 0;
            for (double radius : radii) {
                mean += radius / radii.length;
            }
            double squares = 0;
            for (double radius : radii) {
                squares += (radius - mean) * (radius - mean);
            }
            return Estimate.of(measure, mean)
                    .plusMinus(Math.sqrt(squares / (radii.length - 1.0) / radii.length))
                    .withSize("points", radii.length);
        }
    }
}
