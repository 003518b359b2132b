package org.gan4j.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number that an evaluator found, with everything needed to read it.
 *
 * @param measure what was estimated: name, label, unit and direction
 * @param value the number; NaN is allowed only where the estimate does not exist, and then a warning says why
 * @param uncertainty how far off it may be, of the kind that the measure declares; empty where it cannot be computed
 * @param floor what a perfect sampler scores with as many samples; empty where it is not known
 * @param parameters what the number depends on (strings, numbers, booleans or lists of these), sorted by name
 * @param sizes how many samples of which kind went into it, sorted by name
 * @param warnings sentences a reader must see beside the number
 */
public record Estimate(
        Measure measure,
        double value,
        Optional<Uncertainty> uncertainty,
        Optional<NullFloor> floor,
        SortedMap<String, Object> parameters,
        SortedMap<String, Integer> sizes,
        List<String> warnings) {

    public Estimate {
        Objects.requireNonNull(measure, "measure is null");
        Objects.requireNonNull(floor, "floor is null");
        if (uncertainty.isPresent() && !uncertainty.map(Uncertainty::kind).equals(measure.uncertainty())) {
            throw new IllegalArgumentException("estimate " + measure.name() + " has an uncertainty of the kind "
                    + uncertainty.get().kind() + ", but its measure declares " + measure.uncertainty());
        }
        parameters.forEach((key, parameter) -> requirePlain(key, parameter));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        warnings = List.of(warnings.toArray(new String[0]));
        if (Double.isNaN(value) && warnings.isEmpty()) {
            throw new IllegalArgumentException(
                    "estimate " + measure.name() + " is NaN without a warning that says why");
        }
    }

    /** An estimate without uncertainty, floor, parameters, sizes or warnings; add them with the methods below. */
    public static Estimate of(Measure measure, double value) {
        return new Estimate(
                measure, value, Optional.empty(), Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** An estimate that does not exist for the reason given. */
    public static Estimate undefined(Measure measure, String reason) {
        return new Estimate(
                measure,
                Double.NaN,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(reason));
    }

    /** The name of the measure. */
    public String name() {
        return measure.name();
    }

    /**
     * This estimate with its uncertainty, of the kind that the measure declares.
     *
     * @throws IllegalStateException if the measure declares none
     */
    public Estimate plusMinus(double deviation) {
        Uncertainty.Kind kind = measure.uncertainty()
                .orElseThrow(() -> new IllegalStateException("measure " + measure.name()
                        + " declares that it has no uncertainty, but an estimate of it is given one"));
        return new Estimate(
                measure, value, Optional.of(new Uncertainty(deviation, kind)), floor, parameters, sizes, warnings);
    }

    /** This estimate with what a perfect sampler scores. */
    public Estimate withFloor(double floor, NullFloor.Source source, String origin) {
        NullFloor known = new NullFloor(floor, source, origin);
        return new Estimate(measure, value, uncertainty, Optional.of(known), parameters, sizes, warnings);
    }

    /** This estimate with one more parameter: a string, a number, a boolean or a list of these. */
    public Estimate withParameter(String key, Object parameter) {
        SortedMap<String, Object> more = new TreeMap<>(parameters);
        more.put(key, parameter);
        return new Estimate(measure, value, uncertainty, floor, more, sizes, warnings);
    }

    /** This estimate with one more sample size. */
    public Estimate withSize(String key, int size) {
        SortedMap<String, Integer> more = new TreeMap<>(sizes);
        more.put(key, size);
        return new Estimate(measure, value, uncertainty, floor, parameters, more, warnings);
    }

    /** This estimate with one more warning. */
    public Estimate withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Estimate(measure, value, uncertainty, floor, parameters, sizes, more);
    }

    /**
     * A parameter that is a number.
     *
     * @throws IllegalArgumentException if there is none of this name, or it is not a number
     */
    public double number(String parameter) {
        if (parameters.get(parameter) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "estimate " + name() + " has no number \"" + parameter + "\" among its parameters " + parameters);
    }

    private static void requirePlain(String key, Object parameter) {
        if (parameter instanceof List<?> list) {
            list.forEach(element -> requirePlain(key, element));
            return;
        }
        if (!(parameter instanceof String || parameter instanceof Number || parameter instanceof Boolean)) {
            throw new IllegalArgumentException("parameter " + key + " of an estimate is a "
                    + parameter.getClass().getName() + "; use a string, a number, a boolean or a list of these");
        }
    }
}
