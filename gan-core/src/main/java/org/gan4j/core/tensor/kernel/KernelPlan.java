package org.gan4j.core.tensor.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What runs where, in words. */
final class KernelPlan {
    private static final String PORTABLE = "portable";
    private static final String ELEMENTWISE = "elementwise";
    private static final String REDUCTION = "reduction";
    private static final String MATRIX = "matrix";
    private static final String CONVOLUTION = "convolution";
    private static final String LAYOUT = "layout";
    private static final String UPDATE = "update";

    private KernelPlan() {}

    /** Returns for each family of kernels which set computes what. */
    static SortedMap<String, String> of(KernelSet set) {
        SortedMap<String, String> plan = new TreeMap<>();
        for (String family : new String[] {ELEMENTWISE, REDUCTION, MATRIX, CONVOLUTION, LAYOUT, UPDATE}) {
            plan.put(family, PORTABLE);
        }
        if (set.name().equals("nd4j")) {
            plan.put(ELEMENTWISE, "ND4J where it keeps the promises, else portable");
            plan.put(REDUCTION, "ND4J for sums of up to 256 numbers, else portable");
            plan.put(MATRIX, "ND4J");
        } else if (OneDnn.isWanted(set.name()) && OneDnn.missing().isEmpty()) {
            boolean always = set.name().equals("onednn");
            Map<String, Map<Long, String>> chosen = chosen();
            for (String family : new String[] {ELEMENTWISE, REDUCTION, MATRIX, CONVOLUTION}) {
                if (always) {
                    plan.put(family, "oneDNN where it is accurate and has a fast implementation, else portable");
                } else if (chosen.containsKey(family)) {
                    plan.put(family, text(Objects.requireNonNull(chosen.get(family))));
                }
            }
        }
        return Collections.unmodifiableSortedMap(plan);
    }

    /** Returns for each family the operations that oneDNN computes from each size on. */
    private static Map<String, Map<Long, String>> chosen() {
        Map<String, Map<Long, String>> chosen = new LinkedHashMap<>();
        KernelTable.fixed()
                .limits(OneDnn.instructionClass())
                .forEach((operation, from) -> chosen.computeIfAbsent(family(operation), family -> new TreeMap<>())
                        .merge(from, operation, (before, next) -> before + " " + next));
        return chosen;
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
