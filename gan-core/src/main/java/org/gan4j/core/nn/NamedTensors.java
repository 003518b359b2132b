package org.gan4j.core.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The operations on ordered named tensors that {@link Parameters} and {@link Buffers} share. */
final class NamedTensors {
    private NamedTensors() {}

    static Map<String, Tensor> ordered(Map<String, Tensor> tensors, String kind) {
        LinkedHashMap<String, Tensor> copy = new LinkedHashMap<>(tensors);
        for (String name : copy.keySet()) {
            if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
                throw new IllegalArgumentException("\"" + name + "\" cannot name a " + kind
                        + "; a name is a path of non-empty parts joined by dots, as in layers.0.weight");
            }
        }
        return Collections.unmodifiableMap(copy);
    }

    static Tensor get(Map<String, Tensor> tensors, String name, String kind) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "There is no " + kind + " \"" + name + "\"; there are " + tensors.keySet());
        }
        return tensor;
    }

    static Map<String, Tensor> with(Map<String, Tensor> tensors, String name, Tensor value) {
        LinkedHashMap<String, Tensor> copy = new LinkedHashMap<>(tensors);
        copy.put(name, value);
        return copy;
    }

    static Map<String, Tensor> map(Map<String, Tensor> tensors, UnaryOperator<Tensor> of) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> result.put(name, of.apply(tensor)));
        return result;
    }

    static Map<String, Tensor> zip(
            Map<String, Tensor> left, Map<String, Tensor> right, BinaryOperator<Tensor> of, String kind) {
        if (!left.keySet().equals(right.keySet())) {
            throw new IllegalArgumentException(
                    "Two sets of " + kind + "s have different names: " + left.keySet() + " and " + right.keySet());
        }
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        left.forEach((name, tensor) -> result.put(name, of.apply(tensor, get(right, name, kind))));
        return result;
    }

    static Map<String, Tensor> at(Map<String, Tensor> tensors, String path) {
        String prefix = path + ".";
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                result.put(name.substring(prefix.length()), tensor);
            }
        });
        return result;
    }

    static Map<String, Tensor> under(Map<String, Tensor> tensors, String path) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> result.put(path + "." + name, tensor));
        return result;
    }

    static Map<String, Tensor> and(Map<String, Tensor> left, Map<String, Tensor> right, String kind) {
        LinkedHashMap<String, Tensor> result = new LinkedHashMap<>(left);
        right.forEach((name, tensor) -> {
            if (result.putIfAbsent(name, tensor) != null) {
                throw new IllegalArgumentException("Two " + kind + "s are named \"" + name + "\"");
            }
        });
        return result;
    }

    static long count(Map<String, Tensor> tensors) {
        return tensors.values().stream().mapToLong(Tensor::size).sum();
    }

    /** Returns one line for each tensor and a total, in aligned columns. */
    static String inventory(Map<String, Tensor> tensors) {
        int names = "total".length();
        int shapes = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            names = Math.max(names, entry.getKey().length());
            shapes = Math.max(shapes, entry.getValue().shape().toString().length());
        }
        String format = "%-" + names + "s  %-" + (shapes + 2) + "s%,11d\n";
        StringBuilder text = new StringBuilder();
        tensors.forEach(
                (name, tensor) -> text.append(String.format(Locale.ROOT, format, name, tensor.shape(), tensor.size())));
        return text.append(String.format(Locale.ROOT, format, "total", "", count(tensors)))
                .toString();
    }

    static String summary(Map<String, Tensor> tensors) {
        LinkedHashMap<String, Shape> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes.toString();
    }
}
