package org.gan4j.core.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What runs where, in words.
 *
 * @param families which set computes what, for each family of kernels
 */
public record KernelPlan(SortedMap<String, String> families) {
    public static final String ELEMENTWISE = "elementwise";
    public static final String REDUCTION = "reduction";
    public static final String MATRIX = "matrix";
    static final String CONVOLUTION = "convolution";

    /** The plan of a set that computes everything with the portable kernels. */
    public static final KernelPlan PORTABLE =
            all("portable", ELEMENTWISE, REDUCTION, MATRIX, CONVOLUTION, "layout", "update");

    private static final String WHERE_IT_CAN =
            "oneDNN where it is accurate and has a fast implementation, else portable";

    /** The plan of a set that takes everything from oneDNN that it can. */
    public static final KernelPlan ONEDNN = PORTABLE.with(ELEMENTWISE, WHERE_IT_CAN)
            .with(REDUCTION, WHERE_IT_CAN)
            .with(MATRIX, WHERE_IT_CAN)
            .with(CONVOLUTION, WHERE_IT_CAN);

    /** Takes a plan. */
    public KernelPlan {
        families = Collections.unmodifiableSortedMap(new TreeMap<>(families));
    }

    private static KernelPlan all(String what, String... families) {
        TreeMap<String, String> plan = new TreeMap<>();
        for (String family : families) {
            plan.put(family, what);
        }
        return new KernelPlan(plan);
    }

    /** Returns the same with another set for one family. */
    public KernelPlan with(String family, String what) {
        TreeMap<String, String> plan = new TreeMap<>(families);
        plan.put(family, what);
        return new KernelPlan(plan);
    }

    /** Returns the plan of a set that takes operations from oneDNN from certain sizes on. */
    public static KernelPlan from(SortedMap<String, Long> limits) {
        Map<String, Map<Long, String>> chosen = new LinkedHashMap<>();
        limits.forEach((operation, from) -> chosen.computeIfAbsent(family(operation), family -> new TreeMap<>())
                .merge(from, operation, (before, next) -> before + " " + next));
        KernelPlan plan = PORTABLE;
        for (Map.Entry<String, Map<Long, String>> entry : chosen.entrySet()) {
            plan = plan.with(entry.getKey(), text(entry.getValue()));
        }
        return plan;
    }

    private static String family(String operation) {
        if (operation.startsWith(MATRIX)) {
            return MATRIX;
        }
        if (operation.startsWith(CONVOLUTION)) {
            return CONVOLUTION;
        }
        return operation.equals(KernelLimits.ROW_SUM) ? REDUCTION : ELEMENTWISE;
    }

    private static String text(Map<Long, String> chosen) {
        return chosen.entrySet().stream()
                .map(entry -> "oneDNN from " + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; ", "", "; else portable"));
    }
}
