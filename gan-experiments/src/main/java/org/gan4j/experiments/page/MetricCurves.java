package org.gan4j.experiments.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.experiments.report.Curve;
import org.gan4j.experiments.report.CurveChart;

/**
 * The numbers of {@code metrics.jsonl} as charts: one for each first word of their names. A mean with its deviation is
 * one curve with a band; what never changes is no curve.
 */
final class MetricCurves {
    private static final String MEAN = "/mean";
    private static final String DEVIATION = "/deviation";

    private final double[] steps;
    private final SortedMap<String, double[]> values = new TreeMap<>();

    private MetricCurves(List<Map<String, ?>> lines) {
        steps = new double[lines.size()];
        for (int i = 0; i < steps.length; i++) {
            int line = i;
            lines.get(i).forEach((name, value) -> {
                if (name.equals("step")) {
                    steps[line] = number(value);
                } else {
                    values.computeIfAbsent(name, n -> {
                                double[] none = new double[steps.length];
                                Arrays.fill(none, Double.NaN);
                                return none;
                            })[line] =
                            number(value);
                }
            });
        }
    }

    /** Reads the text of a file of metrics; a last line cut short is left out. */
    static MetricCurves read(String text, String source) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                lines.add(Json.parse(line, source));
            } catch (ConfigurationException cutShort) {
                break;
            }
        }
        return new MetricCurves(lines);
    }

    /**
     * Returns the charts: those with a title in the order of the titles, then the rest in the order of names.
     *
     * @param titles as those who report the metrics give them
     */
    List<CurveChart> charts(List<MetricGroup> titles) {
        Map<String, String> headings = new TreeMap<>();
        Map<String, List<Curve>> groups = new LinkedHashMap<>();
        for (MetricGroup title : titles) {
            headings.putIfAbsent(title.name(), title.heading());
            groups.put(title.name(), new ArrayList<>());
        }
        values.forEach((name, numbers) -> {
            boolean band = name.endsWith(DEVIATION) && values.containsKey(name.replace(DEVIATION, MEAN));
            if (!band && !isConstant(numbers)) {
                groups.computeIfAbsent(group(name), n -> new ArrayList<>()).add(curve(name, numbers));
            }
        });
        List<CurveChart> charts = new ArrayList<>();
        groups.forEach((group, curves) -> {
            if (!curves.isEmpty()) {
                charts.add(new CurveChart(headings.getOrDefault(group, group), curves));
            }
        });
        return charts;
    }

    /** Returns the numbers that are the same at every step, by name. */
    SortedMap<String, String> constants() {
        SortedMap<String, String> constants = new TreeMap<>();
        values.forEach((name, numbers) -> {
            if (isConstant(numbers)) {
                constants.put(name, Double.toString(numbers[0]));
            }
        });
        return constants;
    }

    private Curve curve(String name, double[] numbers) {
        String inGroup = name.contains("/") ? name.substring(name.indexOf('/') + 1) : name;
        if (!name.endsWith(MEAN)) {
            return new Curve(inGroup, steps, numbers, Optional.empty());
        }
        return new Curve(
                inGroup.replace(MEAN, ""),
                steps,
                numbers,
                Optional.ofNullable(values.get(name.replace(MEAN, DEVIATION))));
    }

    private static boolean isConstant(double[] numbers) {
        return numbers.length > 1 && Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
    }

    private static String group(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "other";
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return switch (String.valueOf(value)) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }
}
