package org.gan4j.core.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A bound configuration in plain form; with every component kept, a text that binds to the same again. */
final class Resolved {
    private final StrategyRegistry registry;
    private final Predicate<RecordComponent> kept;

    /**
     * Makes a writer of plain forms.
     *
     * @param kept tells of each component whether it is written
     */
    Resolved(StrategyRegistry registry, Predicate<RecordComponent> kept) {
        this.registry = registry;
        this.kept = kept;
    }

    /**
     * Returns the plain form of a value where a type is declared.
     *
     * @throws IllegalArgumentException when a strategy has no name
     */
    @Nullable
    Object plain(Object value, Type declared) {
        if (declared instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (value instanceof Optional<?> optional) {
                return optional.isPresent() ? plain(optional.get(), arguments[0]) : null;
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> plain = new ArrayList<>();
                list.forEach(part -> plain.add(plain(part, arguments[0])));
                return plain;
            }
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, part) -> plain.put((String) key, plain(part, arguments[1])));
            return plain;
        }
        Class<?> type = (Class<?>) declared;
        if (registry.isFamily(type)) {
            return strategy(value, type);
        }
        return value instanceof Record r ? components(r, new LinkedHashMap<>()) : Plain.of(value);
    }

    private @Nullable Object strategy(Object value, Class<?> family) {
        if (!(value instanceof Record strategy)) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " is not a record, so that no text can say what it is");
        }
        Class<?> type = strategy.getClass();
        Optional<StrategyBinding> number = registry.numberForm(family);
        if (number.isPresent() && number.get().type() == type) {
            RecordComponent only = type.getRecordComponents()[0];
            return plain(Records.get(strategy, only), only.getGenericType());
        }
        String name = registry.nameOf(family, type)
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getName() + " has no name among the strategies of " + family.getName()));
        if (type.getRecordComponents().length == 0) {
            return name;
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("type", name);
        return components(strategy, plain);
    }

    private Map<String, @Nullable Object> components(Record r, Map<String, @Nullable Object> plain) {
        for (RecordComponent component : r.getClass().getRecordComponents()) {
            if (kept.test(component)) {
                plain.put(component.getName(), plain(Records.get(r, component), component.getGenericType()));
            }
        }
        return plain;
    }
}
