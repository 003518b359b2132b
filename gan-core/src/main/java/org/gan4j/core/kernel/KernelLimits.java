package org.gan4j.core.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/** The smallest sizes that oneDNN computes on this processor, by the names that operations have in the table. */
public final class KernelLimits {
    public static final String UNARY = "unary.";
    public static final String SAME = "binary.";
    public static final String REPEATED = "repeated.";
    public static final String CONSTANT = "constant.";
    public static final String LEAKY_RELU_GRADIENT = "leaky-relu-gradient";
    public static final String ROW_SUM = "row-sum";
    public static final String NARROW = "matrix.narrow";
    public static final String WIDE = "matrix.wide";
    public static final String FORWARD = "convolution.forward";
    public static final String BACKWARD_DATA = "convolution.backward-data";
    public static final String BACKWARD_WEIGHTS = "convolution.backward-weights";
    public static final String THIN = ".thin";
    public static final String DEEP = ".deep";

    private final SortedMap<String, Long> limits;

    public KernelLimits(SortedMap<String, Long> limits) {
        this.limits = limits;
    }

    /** Returns the smallest size of an operation that oneDNN computes; larger than any size if it computes none. */
    public long of(String operation) {
        Long limit = limits.get(operation);
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Returns the same of each constant of an enumeration. */
    public <E extends Enum<E>> Map<E, Long> of(String family, Class<E> operations) {
        Map<E, Long> all = new EnumMap<>(operations);
        for (E operation : operations.getEnumConstants()) {
            all.put(operation, of(family + operation.name()));
        }
        return all;
    }
}
