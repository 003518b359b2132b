package org.gan4j.core.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as plain maps, lists, texts, numbers and booleans. */
final class Plain {
    private Plain() {}

    /**
     * Returns a record, map, list or single value in plain form.
     *
     * @throws IllegalArgumentException when a value is none of these
     */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return Names.kebab(constant);
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Record r) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (RecordComponent component : r.getClass().getRecordComponents()) {
                Object part = Records.get(r, component);
                if (!part.equals(Optional.empty())) {
                    map.put(component.getName(), of(part));
                }
            }
            return map;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, part) -> plain.put(String.valueOf(of(key)), of(part)));
            return plain;
        }
        if (value instanceof Iterable<?> parts) {
            List<@Nullable Object> plain = new ArrayList<>();
            parts.forEach(part -> plain.add(of(part)));
            return plain;
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no plain form");
    }

    /** Returns a plain value with the keys of all maps sorted. */
    static @Nullable Object sorted(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> result = new TreeMap<>();
            map.forEach((key, part) -> result.put(String.valueOf(key), sorted(part)));
            return result;
        }
        if (plain instanceof List<?> list) {
            List<@Nullable Object> result = new ArrayList<>();
            list.forEach(part -> result.add(sorted(part)));
            return result;
        }
        return plain;
    }
}
