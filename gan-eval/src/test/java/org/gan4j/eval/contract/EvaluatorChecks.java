package org.gan4j.eval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.tensor.Shape;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.SampleContext;
import org.junit.jupiter.api.DynamicTest;

/** All checks of the contract. */
public final class EvaluatorChecks {
    /** Names in lower case with dashes, each once; the same at every call. */
    public static final EvaluatorCheck MEASURES =
            new EvaluatorCheck("declares measures of different names", EvaluatorChecks::measures);

    /** All, in their order; but those that are absent, with a reason. */
    public static final EvaluatorCheck ESTIMATES =
            new EvaluatorCheck("estimates exactly what it declares", EvaluatorChecks::estimates);

    /** Present where a kind is declared and the value exists. */
    public static final EvaluatorCheck UNCERTAINTY =
            new EvaluatorCheck("gives the uncertainty that it declares", EvaluatorChecks::uncertainty);

    /** Byte for byte, for contexts of one stream. */
    public static final EvaluatorCheck REPEATED =
            new EvaluatorCheck("gives the same bytes for the same stream", EvaluatorChecks::repeated);

    /** Whatever was asked of the context before. */
    public static final EvaluatorCheck ORDER =
            new EvaluatorCheck("does not depend on what was evaluated before", EvaluatorChecks::order);

    /** On average over sample sets; and a measure that is better near its floor has one. */
    public static final EvaluatorCheck FLOOR =
            new EvaluatorCheck("scores a perfect sampler near the null floor that it declares", EvaluatorChecks::floor);

    /** A warning, and no infinity, wherever samples matter. */
    public static final EvaluatorCheck NOT_FINITE =
            new EvaluatorCheck("warns of samples that are not finite numbers", EvaluatorChecks::notFinite);

    /** With an {@link IllegalStateException}. */
    public static final EvaluatorCheck CLOSED =
            new EvaluatorCheck("is refused by a closed context", EvaluatorChecks::closed);

    /** With {@link EvaluationStopped}. */
    public static final EvaluatorCheck STOPPED =
            new EvaluatorCheck("ends when a stop is asked for", EvaluatorChecks::stopped);

    /** All of them, in the order in which a defect is best found. */
    public static final List<EvaluatorCheck> ALL =
            List.of(MEASURES, ESTIMATES, UNCERTAINTY, REPEATED, ORDER, FLOOR, NOT_FINITE, CLOSED, STOPPED);

    private static final int SETS = 20;
    private static final double ERRORS = 4;

    private EvaluatorChecks() {}

    /** Returns one test per check. */
    public static Stream<DynamicTest> of(EvaluatorCase row) {
        return ALL.stream()
                .map(check -> DynamicTest.dynamicTest(
                        row.name() + " " + check.name(), () -> check.body().accept(row)));
    }

    private static List<Estimate> evaluated(EvaluatorCase row, long seed) {
        try (SampleContext context = row.context(seed)) {
            return row.evaluator().evaluate(context);
        }
    }

    private static void measures(EvaluatorCase row) {
        List<Measure> measures = row.evaluator().measures();
        assertThat(measures).isNotEmpty().isEqualTo(row.evaluator().measures());
        assertThat(measures)
                .extracting(Measure::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(measures).extracting(Measure::label).doesNotHaveDuplicates();
        for (Measure measure : measures) {
            row.evaluator()
                    .absent(measure, row.data())
                    .ifPresent(reason -> assertThat(reason)
                            .as("why " + measure.name() + " is absent")
                            .isNotBlank());
        }
    }

    private static void estimates(EvaluatorCase row) {
        List<Measure> expected = row.evaluator().measures().stream()
                .filter(measure -> row.evaluator().absent(measure, row.data()).isEmpty())
                .toList();
        assertThat(expected).as("measures of the data " + row.data().name()).isNotEmpty();
        assertThat(evaluated(row, 1)).extracting(Estimate::measure).isEqualTo(expected);
        try (SampleContext context = row.notFinite()) {
            assertThat(row.evaluator().evaluate(context))
                    .as("of samples that are not finite")
                    .extracting(Estimate::measure)
                    .isEqualTo(expected);
        }
    }

    private static void uncertainty(EvaluatorCase row) {
        for (Estimate estimate : evaluated(row, 1)) {
            assertThat(estimate.uncertainty().isPresent())
                    .as(estimate.name() + " has an uncertainty")
                    .isEqualTo(estimate.measure().uncertainty().isPresent() && !Double.isNaN(estimate.value()));
        }
    }

    private static void repeated(EvaluatorCase row) {
        assertThat(json(evaluated(row, 3))).isEqualTo(json(evaluated(row, 3)));
    }

    private static void order(EvaluatorCase row) {
        String alone = json(evaluated(row, 3));
        try (SampleContext shared = row.context(3)) {
            shared.stream("another evaluator").normal(Shape.of(3));
            shared.samples(1);
            shared.samples(2 * SampleContext.BLOCK + 1);
            assertThat(json(row.evaluator().evaluate(shared)))
                    .as("after more samples were drawn")
                    .isEqualTo(alone);
            assertThat(json(row.evaluator().evaluate(shared)))
                    .as("a second time in one context")
                    .isEqualTo(alone);
        }
    }

    private static void floor(EvaluatorCase row) {
        List<List<Estimate>> sets = new ArrayList<>();
        for (int seed = 0; seed < SETS; seed++) {
            sets.add(evaluated(row, 100 + seed));
        }
        for (int i = 0; i < sets.get(0).size(); i++) {
            int number = i;
            check(row, sets.stream().map(set -> set.get(number)).toList());
        }
    }

    private static void check(EvaluatorCase row, List<Estimate> estimates) {
        Estimate first = estimates.get(0);
        if (first.measure().direction() == Direction.TOWARDS_FLOOR) {
            assertThat(first.floor()).as("the floor of " + first.name()).isPresent();
        }
        if (first.floor().isEmpty()) {
            return;
        }
        double[] excess = estimates.stream()
                .mapToDouble(e -> e.value() - e.floor().orElseThrow().value())
                .toArray();
        double mean = mean(excess);
        double squares = 0;
        for (double each : excess) {
            squares += (each - mean) * (each - mean);
        }
        // A simulated floor is one draw itself, about as far from its mean as a score.
        boolean drawn = first.floor().orElseThrow().source() == NullFloor.Source.SIMULATED;
        double error = Math.sqrt(squares / (excess.length - 1.0) * (1.0 / excess.length + (drawn ? 1 : 0)));
        double floor = mean(estimates.stream()
                .mapToDouble(e -> e.floor().orElseThrow().value())
                .toArray());
        assertThat(Math.abs(mean))
                .as(
                        "%s of perfect samplers is %s above its floor %s, give or take %s",
                        first.name(), mean, floor, error)
                .isLessThanOrEqualTo(ERRORS * error + row.tolerance() * Math.abs(floor));
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static void notFinite(EvaluatorCase row) {
        List<Estimate> whole = evaluated(row, 1);
        try (SampleContext context = row.notFinite()) {
            List<Estimate> damaged = row.evaluator().evaluate(context);
            for (int i = 0; i < damaged.size(); i++) {
                Estimate estimate = damaged.get(i);
                assertThat(estimate.value())
                        .as(estimate.name())
                        .isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                boolean ofDataOnly = estimate.equals(whole.get(i));
                assertThat(ofDataOnly || !estimate.warnings().isEmpty())
                        .as(estimate.name() + " of samples that are not finite, " + estimate.value()
                                + ", has a warning")
                        .isTrue();
            }
        }
    }

    private static void closed(EvaluatorCase row) {
        SampleContext context = row.context(1);
        row.evaluator().evaluate(context);
        context.close();
        assertThatThrownBy(() -> row.evaluator().evaluate(context)).isInstanceOf(IllegalStateException.class);
    }

    private static void stopped(EvaluatorCase row) {
        try (SampleContext context = row.stopped()) {
            assertThatThrownBy(() -> row.evaluator().evaluate(context)).isInstanceOf(EvaluationStopped.class);
        }
    }

    private static String json(List<Estimate> estimates) {
        return String.join("\n", estimates.stream().map(Json::line).toList());
    }
}
