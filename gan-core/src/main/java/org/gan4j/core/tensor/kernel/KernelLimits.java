package org.gan4j.core.tensor.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/** The smallest sizes that oneDNN computes on this processor, by the names that operations have in the table. */
final class KernelLimits {
    static final String UNARY = "unary.";
    static final String SAME = "binary.";
    static final String REPEATED = "repeated.";
    static final String CONSTANT = "constant.";
    static final String LEAKY_RELU_GRADIENT = "leaky-relu-gradient";
    static final String ROW_SUM = "row-sum";
    static final String NARROW = "matrix.narrow";
    static final String WIDE = "matrix.wide";
    static final String FORWARD = "convolution.forward";
    static final String BACKWARD_DATA = "convolution.backward-data";
    static final String BACKWARD_WEIGHTS = "convolution.backward-weights";
    static final String THIN = ".thin";
    static final String DEEP = ".deep";

    private final SortedMap<String, Long> limits;

    KernelLimits(SortedMap<String, Long> limits) {
        this.limits = limits;
    }

    /** Returns the smallest size of an operation that oneDNN computes; larger than any size if it computes none. */
    long of(String operation) {
        Long limit = limits.get(operation);
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Returns the same of each constant of an enumeration. */
    <E extends Enum<E>> Map<E, Long> of(String family, Class<E> operations) {
        Map<E, Long> all = new EnumMap<>(operations);
        for (E operation : operations.getEnumConstants()) {
            all.put(operation, of(family + operation.name()));
        }
        return all;
    }
}
