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

/** All strategies that the modules bound, by family and name. Asking for names initialises no class. */
@Singleton
public final class StrategyRegistry {
    private final SortedMap<String, Class<?>> families = new TreeMap<>();
    private final Map<Class<?>, SortedMap<String, StrategyBinding>> strategies = new LinkedHashMap<>();
    private final Map<Class<?>, StrategyBinding> numbers = new LinkedHashMap<>();

    /**
     * Makes a registry; an injector does it.
     *
     * @param bindings the bindings by {@code family/name}
     * @throws IllegalArgumentException when a record has two names of its own in a family, or two families one name
     */
    @Inject
    public StrategyRegistry(Map<String, StrategyBinding> bindings) {
        for (StrategyBinding binding : new TreeMap<>(bindings).values()) {
            Class<?> family = binding.family();
            Class<?> other = families.put(Names.kebab(family), family);
            if (other != null && other != family) {
                throw new IllegalArgumentException(
                        family.getName() + " and " + other.getName() + " are both called " + Names.kebab(family));
            }
            strategies.computeIfAbsent(family, key -> new TreeMap<>());
            if (binding.name().isEmpty()) {
                numbers.put(family, binding);
            } else {
                add(binding);
            }
        }
    }

    private void add(StrategyBinding binding) {
        Optional<String> taken =
                binding.preset().isPresent() ? Optional.empty() : ownName(binding.family(), binding.type());
        if (taken.isPresent()) {
            throw new IllegalArgumentException(binding.type().getName() + " is bound as \"" + taken.get()
                    + "\" and as \"" + binding.name() + "\"; give the second name with preset(...)");
        }
        of(binding.family()).put(binding.name(), binding);
    }

    /** Returns the families by name, like {@code adversarial-loss}, sorted. */
    public SortedMap<String, Class<?>> families() {
        return Collections.unmodifiableSortedMap(families);
    }

    /** Returns whether an interface is a family of strategies. */
    public boolean isFamily(Class<?> type) {
        return strategies.containsKey(type);
    }

    /** Returns the names in a family, sorted; empty when nothing is bound to it. */
    public List<String> names(Class<?> family) {
        return Collections.unmodifiableList(new ArrayList<>(of(family).keySet()));
    }

    /** Returns what a name in a family is bound to. */
    public Optional<StrategyBinding> find(Class<?> family, String name) {
        return Optional.ofNullable(of(family).get(name));
    }

    /** Returns what a bare number means where a strategy of a family is expected. */
    public Optional<StrategyBinding> numberForm(Class<?> family) {
        return Optional.ofNullable(numbers.get(family));
    }

    /** Returns the name a record itself has in a family: the one that is not a preset. */
    public Optional<String> ownName(Class<?> family, Class<?> type) {
        return of(family).values().stream()
                .filter(binding -> binding.type() == type && binding.preset().isEmpty())
                .map(StrategyBinding::name)
                .findFirst();
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
