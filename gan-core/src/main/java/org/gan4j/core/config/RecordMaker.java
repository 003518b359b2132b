package org.gan4j.core.config;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.config.tree.Location;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.Paths;
import org.gan4j.core.config.tree.Problems;
import org.jspecify.annotations.Nullable;

/** Binds the components of a record, fills in what the text leaves out, and calls its constructor. */
final class RecordMaker {
    private static final String DEFAULTS = "DEFAULTS";

    private final TreeBinder binder;
    private final Problems problems;

    RecordMaker(TreeBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** Returns the names of a record's components. */
    List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Returns the constant {@code DEFAULTS} of a record, if it has one. */
    Optional<Object> defaults(Class<? extends Record> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(DEFAULTS)
                    && field.getType() == type
                    && Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    return Optional.of(field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("cannot read " + field, e);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the record, or nothing after problems were reported. */
    Optional<Object> make(Class<? extends Record> type, Node.Mapping mapping, TreeBinder.Spot spot) {
        reportUnknown(type, mapping, spot.path());
        List<Slot> slots = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            slots.add(slot(component, mapping, spot));
        }
        return construct(type, mapping.location(), spot.path(), slots);
    }

    /** As {@link #make}, for a number that stands for the record: its problems are the number's. */
    Optional<Object> makeFromNumber(Class<? extends Record> type, Node.Scalar number, String path) {
        RecordComponent component = type.getRecordComponents()[0];
        Optional<Object> value =
                binder.bind(new TreeBinder.Spot(number, path, Optional.empty()), component.getGenericType());
        Node.Entry entry = new Node.Entry(number.location(), number);
        Slot slot = new Slot(component, path, Optional.of(entry), value, Optional.empty());
        return construct(type, number.location(), path, List.of(slot));
    }

    private void reportUnknown(Class<? extends Record> type, Node.Mapping mapping, String path) {
        List<String> known = keys(type);
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.add(
                        entry.getValue().keyLocation(),
                        Paths.join(path, entry.getKey()),
                        "unknown key" + Names.hint(entry.getKey(), known));
            }
        }
    }

    /** A component on the way to a record: the value it got, and the one it would have if the text left it out. */
    private record Slot(
            RecordComponent component,
            String path,
            Optional<Node.Entry> given,
            Optional<Object> value,
            Optional<Object> fallback) {
        String name() {
            return component.getName();
        }

        Slot withFallback() {
            return new Slot(component, path, Optional.empty(), fallback, Optional.empty());
        }

        /** A number must have a value; whatever stands for a missing one could be refused for its own sake. */
        boolean canBeTried() {
            return value.isPresent() || !ScalarBinder.handles(component.getType());
        }

        @Nullable
        Object orNull() {
            return value.orElse(null);
        }
    }

    private Slot slot(RecordComponent component, Node.Mapping mapping, TreeBinder.Spot spot) {
        String name = component.getName();
        String path = Paths.join(spot.path(), name);
        Optional<Object> fallback = fallback(component, spot.prototype());
        Optional<Node.Entry> given = Optional.ofNullable(mapping.entries().get(name));
        if (given.isPresent()) {
            TreeBinder.Spot below = new TreeBinder.Spot(given.get().value(), path, fallback);
            return new Slot(component, path, given, binder.bind(below, component.getGenericType()), fallback);
        }
        if (fallback.isEmpty()) {
            problems.add(mapping.location(), path, "missing" + expected(component));
        }
        return new Slot(component, path, given, fallback, fallback);
    }

    private static String expected(RecordComponent component) {
        return ScalarBinder.handles(component.getType()) ? "; give " + ScalarBinder.name(component.getType()) : "";
    }

    private Optional<Object> fallback(RecordComponent component, Optional<Object> prototype) {
        if (prototype.isPresent()) {
            return Optional.of(Records.get((Record) prototype.get(), component));
        }
        Default text = component.getAnnotation(Default.class);
        if (text != null) {
            return Optional.of(binder.constant(text.value(), component));
        }
        return component.getType() == Optional.class ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /**
     * Calls the constructor. When it refuses a component, it is tried again with that component's fallback, to find what
     * else it refuses; a strategy or record that could not be bound is null in these trials.
     */
    private Optional<Object> construct(Class<? extends Record> type, Location location, String path, List<Slot> slots) {
        List<Slot> current = new ArrayList<>(slots);
        boolean trial = false;
        for (int i = 0; i < current.size(); i++) {
            if (current.get(i).value().isEmpty()) {
                trial = true;
                current.set(i, current.get(i).withFallback());
            }
        }
        while (current.stream().allMatch(Slot::canBeTried)) {
            String what;
            try {
                Record made =
                        Records.make(type, current.stream().map(Slot::orNull).toList());
                return trial ? Optional.empty() : Optional.of(made);
            } catch (InvocationTargetException e) {
                what = refusal(type, e, trial);
            }
            int blamed = blamed(current, what);
            if (blamed < 0) {
                if (!trial) {
                    problems.add(location, path, what);
                }
                return Optional.empty();
            }
            Slot slot = current.get(blamed);
            problems.add(slot.given().orElseThrow().value().location(), slot.path(), what);
            trial = true;
            current.set(blamed, slot.withFallback());
        }
        return Optional.empty();
    }

    private static String refusal(Class<? extends Record> type, InvocationTargetException thrown, boolean trial) {
        Throwable cause = thrown.getCause();
        if (cause instanceof IllegalArgumentException || cause instanceof ArithmeticException) {
            return String.valueOf(cause.getMessage());
        }
        if (trial && cause instanceof NullPointerException) {
            return "";
        }
        throw new IllegalStateException("the constructor of " + type.getName() + " failed", cause);
    }

    /** A message that begins with the name of a component that the text gives is about that component. */
    private static int blamed(List<Slot> slots, String what) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.given().isPresent() && what.matches("(?s)" + slot.name() + "\\b.*")) {
                return i;
            }
        }
        return -1;
    }
}
