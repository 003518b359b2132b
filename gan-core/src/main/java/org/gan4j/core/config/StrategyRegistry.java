package org.gan4j.core.config;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All strategies that the modules bound, by family and name: a strategy is bound once, and known in every family whose
 * interface its record implements. Asking for names initialises no class.
 */
@Singleton
public final class StrategyRegistry {
    private final SortedMap<String, Class<?>> families = new TreeMap<>();
    private final Map<Class<?>, SortedMap<String, StrategyBinding>> strategies = new LinkedHashMap<>();
    private final Map<Class<?>, StrategyBinding> numbers = new LinkedHashMap<>();
    private final Map<Class<?>, StrategyBinding> own = new LinkedHashMap<>();

    /**
     * Makes a registry; an injector does it.
     *
     * @param bindings the bindings by {@code family/name}
     * @throws IllegalArgumentException when a record has two names of its own, a name stands for two records of a family,
     *     or two families have one name
     */
    @Inject
    public StrategyRegistry(Map<String, StrategyBinding> bindings) {
        for (StrategyBinding binding : new TreeMap<>(bindings).values()) {
            List<Class<?>> known = FamilyTree.of(binding.type());
            known.forEach(this::addFamily);
            if (binding.name().isEmpty()) {
                known.stream()
                        .filter(binding.family()::isAssignableFrom)
                        .forEach(family -> numbers.put(family, binding));
            } else {
                requireOwnName(binding);
                known.forEach(family -> add(family, binding));
            }
        }
    }

    private void addFamily(Class<?> family) {
        strategies.computeIfAbsent(family, key -> new TreeMap<>());
        if (!family.isAnnotationPresent(Family.class)) {
            return;
        }
        Class<?> other = families.put(plural(family), family);
        if (other != null && other != family) {
            throw new IllegalArgumentException(
                    family.getName() + " and " + other.getName() + " are both called " + plural(family));
        }
    }

    private void requireOwnName(StrategyBinding binding) {
        StrategyBinding taken = binding.preset().isPresent() ? null : own.put(binding.type(), binding);
        if (taken == null) {
            return;
        }
        if (taken.name().equals(binding.name())) {
            throw new IllegalArgumentException(binding.type().getName() + " is bound as \"" + binding.name()
                    + "\" both among " + plural(taken.family()) + " and among " + plural(binding.family())
                    + "; bind it once: it is known wherever its interfaces fit");
        }
        throw new IllegalArgumentException(binding.type().getName() + " is bound as \"" + taken.name() + "\" and as \""
                + binding.name() + "\"; give the second name with preset(...)");
    }

    private void add(Class<?> family, StrategyBinding binding) {
        StrategyBinding other = of(family).put(binding.name(), binding);
        if (other != null) {
            throw new IllegalArgumentException("\"" + binding.name() + "\" would stand for both "
                    + other.type().getName() + " and " + binding.type().getName() + " among the " + plural(family)
                    + "; give one of them another name");
        }
    }

    /** Returns the families by what they are called, like {@code losses}, sorted; sub-families too, if they have a name. */
    public SortedMap<String, Class<?>> families() {
        return Collections.unmodifiableSortedMap(families);
    }

    /** Returns whether an interface is a family of strategies, or a sub-family of one, in which something is bound. */
    public boolean isFamily(Class<?> type) {
        return strategies.containsKey(type);
    }

    /** Returns what users call a family, like {@code losses}. */
    public static String plural(Class<?> family) {
        return FamilyTree.plural(family);
    }

    /** Returns what users call one of a family, like {@code loss}. */
    public static String singular(Class<?> family) {
        return FamilyTree.singular(family);
    }

    /** Returns the names in a family, sorted; empty when nothing is bound to it. */
    public List<String> names(Class<?> family) {
        return Collections.unmodifiableList(new ArrayList<>(of(family).keySet()));
    }

    /** Returns what a name in a family is bound to. */
    public Optional<StrategyBinding> find(Class<?> family, String name) {
        return Optional.ofNullable(of(family).get(name));
    }

    /** Returns the family that knows a name which a sub-family of it does not; empty where there is none. */
    Optional<Class<?>> wider(Class<?> subfamily, String name) {
        return FamilyTree.of(subfamily).stream()
                .filter(family -> find(family, name).isPresent())
                .findFirst();
    }

    /** Returns what a bare number means where a strategy of a family is expected. */
    public Optional<StrategyBinding> numberForm(Class<?> family) {
        return Optional.ofNullable(numbers.get(family));
    }

    /** Returns the name a record itself has in a family: the one that is not a preset. */
    public Optional<String> ownName(Class<?> family, Class<?> type) {
        return Optional.ofNullable(own.get(type))
                .map(StrategyBinding::name)
                .filter(name -> find(family, name).isPresent());
    }

    /** Returns the name to write for a record of a family: its own, else the first preset's. */
    public Optional<String> nameOf(Class<?> family, Class<?> type) {
        return ownName(family, type)
                .or(() -> of(family).values().stream()
                        .filter(binding -> binding.type() == type)
                        .map(StrategyBinding::name)
                        .findFirst());
    }

    /** Returns the one-line description of a name in a family; empty when there is none. */
    public String summary(Class<?> family, String name) {
        return find(family, name).map(StrategyBinding::summary).orElse("");
    }

    private SortedMap<String, StrategyBinding> of(Class<?> family) {
        return strategies.getOrDefault(family, Collections.emptySortedMap());
    }
}
