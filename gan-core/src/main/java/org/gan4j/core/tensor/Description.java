package org.gan4j.core.tensor;

/** Tensors as text, for people. */
final class Description {
    private static final int SHOWN = 8;

    private Description() {}

    /** Returns for example {@code FLOAT32 [2, 2] 1.0, 2.0, 3.0, 4.0}; a tensor that cannot be read says so. */
    static String of(Tensor tensor) {
        StringBuilder text = new StringBuilder();
        text.append(tensor.dtype()).append(' ').append(tensor.shape());
        if (tensor.isTracked()) {
            text.append(" tracked");
        }
        double[] values;
        try {
            values = tensor.toDoubles();
        } catch (IllegalStateException stale) {
            return text.append(" (").append(stale.getMessage()).append(')').toString();
        }
        for (int i = 0; i < Math.min(SHOWN, values.length); i++) {
            text.append(i == 0 ? " " : ", ").append(number(tensor, values[i]));
        }
        return text.append(values.length > SHOWN ? ", ..." : "").toString();
    }

    private static String number(Tensor tensor, double value) {
        return switch (tensor.dtype()) {
            case FLOAT32 -> Float.toString((float) value);
            case FLOAT64 -> Double.toString(value);
        };
    }
}
