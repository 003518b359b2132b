package org.gan4j.core.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gan4j.core.config.tree.Location;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.Overrides;
import org.gan4j.core.config.tree.Paths;
import org.gan4j.core.config.tree.Problems;
import org.gan4j.core.config.tree.TreeReader;

/**
 * Binds a tree to records by reflection over their components; each problem is reported and the binding goes on.
 *
 * <p>A <i>prototype</i> is the value that would stand here if the text said nothing: what the text leaves out is taken
 * from it.
 */
final class TreeBinder {
    /** What stands for all strategies of a family, by name. */
    private static final String ALL = "all";

    private final StrategyRegistry registry;
    private final Problems problems;
    private final ScalarBinder scalars;
    private final RecordMaker maker;

    TreeBinder(StrategyRegistry registry, Problems problems, boolean notANumberAllowed) {
        this.registry = registry;
        this.problems = problems;
        this.scalars = new ScalarBinder(problems, notANumberAllowed);
        this.maker = new RecordMaker(this, problems);
    }

    /** A place in the tree to bind: the node, its path, and the prototype. */
    record Spot(Node node, String path, Optional<Object> prototype) {}

    /** Returns the value, or nothing after a problem was reported. */
    Optional<Object> bind(Spot spot, Type type) {
        if (spot.node() instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.UNUSABLE) {
            return Optional.empty();
        }
        if (type instanceof ParameterizedType generic) {
            return parameterized(spot, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (ScalarBinder.handles(plain)) {
            return scalars.bind(spot.node(), plain, spot.path());
        }
        if (plain == Object.class) {
            return Optional.ofNullable(Json.plain(spot.node()));
        }
        if (registry.isFamily(plain)) {
            return strategy(spot, plain);
        }
        if (plain.isRecord()) {
            return record(spot, plain.asSubclass(Record.class));
        }
        throw new IllegalStateException("\"" + spot.path() + "\" has the type " + plain.getName()
                + ", which is neither a record nor a family with strategies; install the module that binds them");
    }

    private Optional<Object> parameterized(Spot spot, ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            if (spot.node() instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL) {
                return Optional.of(Optional.empty());
            }
            Optional<Object> inner =
                    spot.prototype().flatMap(value -> ((Optional<?>) value).map(part -> (Object) part));
            return bind(new Spot(spot.node(), spot.path(), inner), arguments[0]).map(Optional::of);
        }
        if (raw == List.class) {
            return list(spot, arguments[0]);
        }
        if ((raw == SortedMap.class || raw == Map.class) && arguments[0] == String.class) {
            return map(spot, arguments[1]);
        }
        throw new IllegalStateException(
                "\"" + spot.path() + "\" has the type " + type + ", which configurations cannot hold");
    }

    private Optional<Object> list(Spot spot, Type element) {
        if (spot.node() instanceof Node.Mapping mapping && spot.prototype().isPresent() && fromOverrides(mapping)) {
            return changedList(spot, mapping, element);
        }
        if (!(spot.node() instanceof Node.Sequence sequence)) {
            return wrong(spot, "a list");
        }
        List<Object> values = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < sequence.items().size(); i++) {
            String path = Paths.join(spot.path(), String.valueOf(i));
            Optional<Object> value = bind(new Spot(sequence.items().get(i), path, Optional.empty()), element);
            value.ifPresent(values::add);
            complete &= value.isPresent();
        }
        return complete ? Optional.of(Collections.unmodifiableList(values)) : Optional.empty();
    }

    /** Overrides by index of a list that the text leaves out. */
    private Optional<Object> changedList(Spot spot, Node.Mapping mapping, Type element) {
        List<Object> values = new ArrayList<>((List<?>) spot.prototype().orElseThrow());
        boolean complete = true;
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String path = Paths.join(spot.path(), entry.getKey());
            Optional<Integer> index = Overrides.index(entry.getKey(), values.size());
            if (index.isEmpty()) {
                problems.add(entry.getValue().keyLocation(), path, Overrides.noSuchElement(values.size()));
                complete = false;
                continue;
            }
            Optional<Object> old = Optional.of(values.get(index.get()));
            Optional<Object> value = bind(new Spot(entry.getValue().value(), path, old), element);
            value.ifPresent(found -> values.set(index.get(), found));
            complete &= value.isPresent();
        }
        return complete ? Optional.of(Collections.unmodifiableList(values)) : Optional.empty();
    }

    private static boolean fromOverrides(Node.Mapping mapping) {
        return mapping.location().equals(Location.COMMAND_LINE);
    }

    private Optional<Object> map(Spot spot, Type element) {
        boolean family = element instanceof Class<?> type && registry.isFamily(type);
        if (family && spot.node() instanceof Node.Scalar scalar && scalar.text().equals(ALL)) {
            return Optional.of(all(scalar.location(), (Class<?>) element));
        }
        if (!(spot.node() instanceof Node.Mapping mapping)) {
            return wrong(spot, family ? "keys with values, or " + ALL : "keys with values");
        }
        SortedMap<String, Object> values = new TreeMap<>();
        if (fromOverrides(mapping)) {
            spot.prototype()
                    .ifPresent(old -> ((Map<?, ?>) old).forEach((key, value) -> values.put((String) key, value)));
        }
        boolean complete = true;
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String path = Paths.join(spot.path(), entry.getKey());
            Optional<Object> old = Optional.ofNullable(values.get(entry.getKey()));
            Optional<Object> value = bind(new Spot(entry.getValue().value(), path, old), element);
            value.ifPresent(found -> values.put(entry.getKey(), found));
            complete &= value.isPresent();
        }
        return complete ? Optional.of(Collections.unmodifiableSortedMap(values)) : Optional.empty();
    }

    /** Returns all strategies of a family that a name alone makes, by name; of equal ones, that of the record's own name. */
    private SortedMap<String, Object> all(Location location, Class<?> family) {
        SortedMap<String, Object> values = new TreeMap<>();
        List<String> names = new ArrayList<>(registry.names(family));
        names.sort(Comparator.comparing(
                name -> registry.find(family, name).orElseThrow().preset().isPresent()));
        for (String name : names) {
            Problems own = new Problems();
            Node node = new Node.Scalar(location, name, Node.Kind.TEXT);
            new TreeBinder(registry, own, false)
                    .bind(new Spot(node, "", Optional.empty()), family)
                    .filter(value -> own.isEmpty() && !values.containsValue(value))
                    .ifPresent(value -> values.put(name, value));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private Optional<Object> record(Spot spot, Class<? extends Record> type) {
        if (!(spot.node() instanceof Node.Mapping mapping)) {
            return wrong(spot, "keys (" + String.join(", ", maker.keys(type)) + ")");
        }
        Optional<Object> prototype =
                spot.prototype().filter(value -> value.getClass() == type).or(() -> maker.defaults(type));
        return maker.make(type, mapping, new Spot(mapping, spot.path(), prototype));
    }

    private Optional<Object> strategy(Spot spot, Class<?> family) {
        if (spot.node() instanceof Node.Scalar scalar) {
            return bareStrategy(spot, scalar, family);
        }
        if (!(spot.node() instanceof Node.Mapping mapping)) {
            return wrong(spot, Names.phrase(family) + ", by its name or by keys with a type");
        }
        Node.Entry named = mapping.entries().get("type");
        if (named != null) {
            Spot name = new Spot(named.value(), Paths.join(spot.path(), "type"), Optional.empty());
            return named(name, family).flatMap(binding -> configured(spot, binding, mapping));
        }
        if (spot.prototype().isPresent() && spot.prototype().get() instanceof Record prototype) {
            return maker.make(prototype.getClass(), mapping, spot);
        }
        problems.add(
                mapping.location(),
                Paths.join(spot.path(), "type"),
                "missing; known: " + String.join(", ", registry.names(family)));
        return Optional.empty();
    }

    private Optional<Object> bareStrategy(Spot spot, Node.Scalar scalar, Class<?> family) {
        boolean number = scalar.kind() == Node.Kind.INTEGER || scalar.kind() == Node.Kind.REAL;
        Optional<StrategyBinding> form = registry.numberForm(family);
        if (number && form.isPresent()) {
            return maker.makeFromNumber(form.get().type(), scalar, spot.path());
        }
        return named(spot, family).flatMap(binding -> configured(spot, binding, new Node.Mapping(scalar.location())));
    }

    private Optional<StrategyBinding> named(Spot spot, Class<?> family) {
        if (!(spot.node() instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.TEXT) {
            String number = registry.numberForm(family).isPresent() ? ", or a number" : "";
            wrong(spot, "the name of " + Names.phrase(family) + number);
            return Optional.empty();
        }
        Optional<StrategyBinding> binding = registry.find(family, scalar.text());
        if (binding.isEmpty()) {
            problems.add(scalar.location(), spot.path(), unknown(scalar, family));
        }
        return binding;
    }

    private String unknown(Node.Scalar scalar, Class<?> family) {
        List<String> known = registry.names(family);
        return registry.wider(family, scalar.text())
                .map(wider -> scalar.describe() + " is " + Names.phrase(wider) + ", but not " + Names.phrase(family)
                        + ", which is needed here; known: " + String.join(", ", known))
                .orElseGet(() ->
                        "unknown " + Names.words(family) + " " + scalar.describe() + Names.hint(scalar.text(), known));
    }

    /** A named type starts from its own defaults, whatever stood here before. */
    private Optional<Object> configured(Spot spot, StrategyBinding binding, Node.Mapping mapping) {
        Optional<Object> prototype = binding.preset()
                .map(Supplier::get)
                .map(value -> (Object) value)
                .or(() -> maker.defaults(binding.type()));
        LinkedHashMap<String, Node.Entry> components = new LinkedHashMap<>(mapping.entries());
        components.remove("type");
        Node.Mapping rest = new Node.Mapping(mapping.location(), components);
        return maker.make(binding.type(), rest, new Spot(rest, spot.path(), prototype));
    }

    /** Returns the value that an annotation gives a component; the text is the programmer's. */
    Object constant(String text, RecordComponent component) {
        Location location = Location.whole("@Default of " + component.getName() + " in "
                + component.getDeclaringRecord().getName());
        Problems own = new Problems();
        TreeBinder binder = new TreeBinder(registry, own, true);
        Optional<Object> value = TreeReader.readAt(location, text, own)
                .flatMap(node -> binder.bind(new Spot(node, "", Optional.empty()), component.getGenericType()));
        if (!own.isEmpty()) {
            throw new IllegalStateException(own.inOrder().toString());
        }
        return value.orElseThrow();
    }

    private Optional<Object> wrong(Spot spot, String expected) {
        problems.add(
                spot.node().location(),
                spot.path(),
                "expected " + expected + " but found " + spot.node().describe());
        return Optional.empty();
    }
}
