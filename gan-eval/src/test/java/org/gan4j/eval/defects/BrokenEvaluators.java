package org.gan4j.eval.defects;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.gan4j.core.tensor.Shape;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.contract.EvaluatorCheck;
import org.gan4j.eval.contract.EvaluatorChecks;

/** Evaluators with one defect each, and the check that must find it. */
final class BrokenEvaluators {
    static final MeanRadius SOUND = new MeanRadius(400);

    /**
     * An evaluator with a defect.
     *
     * @param defect what is wrong
     * @param evaluator otherwise like the sound one
     * @param caughtBy the check that fails
     */
    record Broken(String defect, Evaluator evaluator, EvaluatorCheck caughtBy) {
        @Override
        public String toString() {
            return defect;
        }
    }

    /** In the order of the checks; each check finds at least one. */
    static final List<Broken> ALL = List.of(
            new Broken(
                    "a measure is declared twice",
                    new Changed(List.of(MeanRadius.RADIUS, MeanRadius.RADIUS), (c, e) -> List.of(e.get(0), e.get(0))),
                    EvaluatorChecks.MEASURES),
            new Broken(
                    "a second measure has the same label",
                    new Changed(
                            List.of(
                                    MeanRadius.RADIUS,
                                    Measure.of(
                                            "other",
                                            MeanRadius.RADIUS.label(),
                                            MeanRadius.OF_TEST.unit(),
                                            MeanRadius.OF_TEST.direction(),
                                            MeanRadius.OF_TEST.uncertainty().orElseThrow())),
                            (c, e) -> e),
                    EvaluatorChecks.MEASURES),
            changed("an estimate is left out without a word", (c, e) -> e.subList(0, 1), EvaluatorChecks.ESTIMATES),
            changed("the order is another", (c, e) -> List.of(e.get(1), e.get(0)), EvaluatorChecks.ESTIMATES),
            changed(
                    "an estimate is left out where samples are not finite",
                    (c, e) -> Double.isNaN(e.get(0).value()) ? e.subList(1, 2) : e,
                    EvaluatorChecks.ESTIMATES),
            changed("the uncertainty is forgotten", (c, e) -> first(e, without(e.get(0))), EvaluatorChecks.UNCERTAINTY),
            new Broken("each call draws something else", counting(), EvaluatorChecks.REPEATED),
            changed("what was kept for others is changed", BrokenEvaluators::growing, EvaluatorChecks.ORDER),
            changed(
                    "the floor is that of half the radius",
                    (c, e) -> first(e, e.get(0).withFloor(e.get(1).value() / 2, NullFloor.Source.EXACT, "r / 2")),
                    EvaluatorChecks.FLOOR),
            changed(
                    "nearer to the floor is better, but there is none",
                    (c, e) -> first(e, withoutFloor(e.get(0))),
                    EvaluatorChecks.FLOOR),
            changed(
                    "samples that are not finite count as 0",
                    (c, e) -> Double.isNaN(e.get(0).value())
                            ? first(e, Estimate.of(MeanRadius.RADIUS, 0).plusMinus(0))
                            : e,
                    EvaluatorChecks.NOT_FINITE),
            changed(
                    "samples that are not finite give infinity",
                    (c, e) -> Double.isNaN(e.get(0).value())
                            ? first(
                                    e,
                                    Estimate.of(MeanRadius.RADIUS, Double.POSITIVE_INFINITY)
                                            .withWarning("far"))
                            : e,
                    EvaluatorChecks.NOT_FINITE),
            new Broken("a closed context is taken for no samples", new Swallowing(true), EvaluatorChecks.CLOSED),
            new Broken("a stop is taken for no samples", new Swallowing(false), EvaluatorChecks.STOPPED));

    private BrokenEvaluators() {}

    private static Broken changed(
            String defect, BiFunction<SampleContext, List<Estimate>, List<Estimate>> change, EvaluatorCheck check) {
        return new Broken(defect, new Changed(SOUND.measures(), change), check);
    }

    /** The sound evaluator with other estimates. */
    private record Changed(List<Measure> measures, BiFunction<SampleContext, List<Estimate>, List<Estimate>> change)
            implements Evaluator {
        @Override
        public List<Estimate> evaluate(SampleContext context) {
            return change.apply(context, SOUND.evaluate(context));
        }
    }

    /** The sound evaluator, which answers even if it cannot. */
    private record Swallowing(boolean closing) implements Evaluator {
        @Override
        public List<Measure> measures() {
            return SOUND.measures();
        }

        @Override
        public List<Estimate> evaluate(SampleContext context) {
            try {
                return SOUND.evaluate(context);
            } catch (IllegalStateException closed) {
                return swallowed(closing, closed);
            } catch (EvaluationStopped stopped) {
                return swallowed(!closing, stopped);
            }
        }

        private static List<Estimate> swallowed(boolean swallow, RuntimeException signal) {
            if (!swallow) {
                throw signal;
            }
            return List.of(
                    Estimate.undefined(MeanRadius.RADIUS, "none"), Estimate.undefined(MeanRadius.OF_TEST, "none"));
        }
    }

    private static Evaluator counting() {
        AtomicInteger calls = new AtomicInteger();
        return new Changed(SOUND.measures(), (context, estimates) -> {
            String name = "call " + calls.incrementAndGet();
            double drawn = context.stream(name).normal(Shape.of(1)).item();
            return first(estimates, moved(estimates.get(0), drawn));
        });
    }

    private static List<Estimate> growing(SampleContext context, List<Estimate> estimates) {
        AtomicInteger seen = context.once("seen", AtomicInteger::new);
        return first(estimates, moved(estimates.get(0), 1e-9 * seen.getAndIncrement()));
    }

    private static List<Estimate> first(List<Estimate> estimates, Estimate other) {
        List<Estimate> changed = new ArrayList<>(estimates);
        changed.set(0, other);
        return Collections.unmodifiableList(changed);
    }

    private static Estimate moved(Estimate e, double by) {
        return new Estimate(
                e.measure(), e.value() + by, e.uncertainty(), e.floor(), e.parameters(), e.sizes(), e.warnings());
    }

    private static Estimate without(Estimate e) {
        return new Estimate(
                e.measure(), e.value(), Optional.empty(), e.floor(), new TreeMap<>(), e.sizes(), e.warnings());
    }

    private static Estimate withoutFloor(Estimate e) {
        return new Estimate(
                e.measure(), e.value(), e.uncertainty(), Optional.empty(), e.parameters(), e.sizes(), e.warnings());
    }
}
