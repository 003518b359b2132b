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
 * @param name what was estimated, in lower case with dashes, such as {@code parzen-log-likelihood}
 * @param value the number; NaN is allowed only where the estimate does not exist, and then a warning says why
 * @param uncertainty how far off it may be, and over what that was computed; empty where nothing was repeated
 * @param parameters what the number depends on (strings, numbers, booleans or lists of these), sorted by name
 * @param sizes how many samples of which kind went into it, sorted by name
 * @param warnings sentences a reader must see beside the number
 */
public record Estimate(
        String name,
        double value,
        Optional<Uncertainty> uncertainty,
        SortedMap<String, Object> parameters,
        SortedMap<String, Integer> sizes,
        List<String> warnings) {

    public Estimate {
        Objects.requireNonNull(uncertainty, "uncertainty is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an estimate needs a name");
        }
        parameters.forEach((key, parameter) -> requirePlain(key, parameter));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        warnings = List.of(warnings.toArray(new String[0]));
        if (Double.isNaN(value) && warnings.isEmpty()) {
            throw new IllegalArgumentException("estimate " + name + " is NaN without a warning that says why");
        }
    }

    /** An estimate without uncertainty, parameters, sizes or warnings; add them with the methods below. */
    public static Estimate of(String name, double value) {
        return new Estimate(name, value, Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** An estimate that does not exist for the reason given. */
    public static Estimate undefined(String name, String reason) {
        return new Estimate(name, Double.NaN, Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of(reason));
    }

    /** This estimate with its uncertainty. */
    public Estimate plusMinus(double deviation, Uncertainty.Kind kind) {
        return new Estimate(name, value, Optional.of(new Uncertainty(deviation, kind)), parameters, sizes, warnings);
    }

    /** This estimate with one more parameter: a string, a number, a boolean or a list of these. */
    public Estimate withParameter(String key, Object parameter) {
        SortedMap<String, Object> more = new TreeMap<>(parameters);
        more.put(key, parameter);
        return new Estimate(name, value, uncertainty, more, sizes, warnings);
    }

    /** This estimate with one more sample size. */
    public Estimate withSize(String key, int size) {
        SortedMap<String, Integer> more = new TreeMap<>(sizes);
        more.put(key, size);
        return new Estimate(name, value, uncertainty, parameters, more, warnings);
    }

    /** This estimate with one more warning. */
    public Estimate withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Estimate(name, value, uncertainty, parameters, sizes, more);
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
                "estimate " + name + " has no number \"" + parameter + "\" among its parameters " + parameters);
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
