package org.gan4j.experiments.cli.text;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.core.config.Names;
import org.gan4j.core.config.StrategyRegistry;

/** What may stand in a configuration for a component of a record, in words. */
public final class SettingType {
    private final StrategyRegistry registry;

    public SettingType(StrategyRegistry registry) {
        this.registry = registry;
    }

    /** Returns {@code whole number}, {@code list of losses}, {@code outside or root}, ... */
    public String of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            Type last = arguments[arguments.length - 1];
            if (parameterized.getRawType() == Optional.class) {
                return of(last) + " (optional)";
            }
            return parameterized.getRawType() == SortedMap.class
                    ? plural(last) + " by name"
                    : parameterized.getRawType() == List.class ? "list of " + plural(last) : of(last);
        }
        return type instanceof Class<?> plain ? of(plain) : type.getTypeName();
    }

    /** Returns the record that a component holds, alone or in an {@code Optional}, if it is no strategy. */
    public Optional<Class<?>> plainRecord(Type type) {
        Type held = type instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class
                ? parameterized.getActualTypeArguments()[0]
                : type;
        return held instanceof Class<?> plain && plain.isRecord() && !registry.isFamily(plain)
                ? Optional.of(plain)
                : Optional.empty();
    }

    private String plural(Type type) {
        if (type instanceof Class<?> plain && registry.isFamily(plain)) {
            return StrategyRegistry.plural(plain);
        }
        String one = of(type);
        return one.endsWith("s")
                ? one + "es"
                : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    private String of(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "whole number";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> Names.kebab((Enum<?>) constant))
                    .collect(Collectors.joining(", "))
                    .replaceAll(", ([^,]*)$", " or $1");
        }
        return registry.isFamily(type) ? StrategyRegistry.singular(type) : Names.words(type);
    }
}
