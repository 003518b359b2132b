package org.gan4j.core.config;

import com.google.inject.Binder;
import com.google.inject.multibindings.MapBinder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives names to the strategies of a family: {@code strategies(binder(), AdversarialLoss.class).bind("hinge",
 * Hinge.class)}.
 *
 * <p><b>The family is an interface with {@link Family}</b>, or one that extends such a one. <b>A strategy is bound once</b>
 * and known in all families whose interfaces it implements. <b>Names are unique in a family</b> and its sub-families: when
 * two modules bind the same, the injector fails at start and names both lines. <b>Nothing is initialised</b>: binding a class does not run its static initialiser.
 *
 * @param <T> the family: an interface whose strategies are records
 */
public final class StrategyBinder<T> {
    private static final String NAME = "[a-z0-9][a-z0-9.-]*";

    private final Binder binder;
    private final Class<T> family;
    private final MapBinder<String, StrategyBinding> bindings;

    private StrategyBinder(Binder binder, Class<T> family) {
        this.binder = binder.skipSources(StrategyBinder.class);
        this.family = family;
        this.bindings = MapBinder.newMapBinder(this.binder, String.class, StrategyBinding.class);
    }

    /** Returns the binder of a family. */
    public static <T> StrategyBinder<T> strategies(Binder binder, Class<T> family) {
        return new StrategyBinder<>(binder, family);
    }

    /**
     * Binds a name, in lower case with hyphens, to a record; the bare name in a configuration means the record with its
     * defaults (see {@link Default}). A record has one such name in a family.
     */
    public <R extends Record> StrategyBinder<T> bind(String name, Class<R> type) {
        return add(new StrategyBinding(family, name, type, Optional.empty(), Texts.OF_RECORD));
    }

    /**
     * Binds a name to a particular instance of a record that has a name of its own already, like a paper's settings; a
     * configuration may replace components of it. The resolved configuration shows the record's own name and all
     * components.
     */
    public <R extends Record> StrategyBinder<T> preset(String name, Class<R> type, Supplier<R> instance) {
        return preset(name, Texts.OF_RECORD, type, instance);
    }

    /** Binds a name as {@link #preset(String, Class, Supplier)} does, with a sentence on it for those who list names. */
    public <R extends Record> StrategyBinder<T> preset(String name, String about, Class<R> type, Supplier<R> instance) {
        return preset(name, new Texts(about, "", ""), type, instance);
    }

    /** Binds a name as {@link #preset(String, Class, Supplier)} does, with a formula and a paper of its own. */
    public <R extends Record> StrategyBinder<T> preset(String name, Texts texts, Class<R> type, Supplier<R> instance) {
        return add(new StrategyBinding(family, name, type, Optional.of(instance), texts));
    }

    /**
     * Lets a bare number stand for a record with one numeric component: with {@code number(Constant.class)},
     * {@code rate: 0.1} means {@code new Constant(0.1)}.
     */
    public <R extends Record> StrategyBinder<T> number(Class<R> type) {
        return put(new StrategyBinding(family, "", type, Optional.empty(), Texts.OF_RECORD));
    }

    private StrategyBinder<T> add(StrategyBinding binding) {
        if (!binding.name().matches(NAME)) {
            binder.addError(
                    "The name \"%s\" of %s must be lower-case letters, digits, dots and hyphens.",
                    binding.name(), binding.type().getName());
        }
        return put(binding);
    }

    private StrategyBinder<T> put(StrategyBinding binding) {
        if (!family.isAssignableFrom(binding.type())) {
            binder.addError("%s does not implement %s.", binding.type().getName(), family.getName());
        }
        Optional<Class<?>> root = FamilyTree.root(family);
        if (root.isEmpty()) {
            binder.addError(
                    "%s is no family: write @Family(\"%ss\"), what users are to call it, above the interface.",
                    family.getName(), Names.kebab(family));
        }
        bindings.addBinding(FamilyTree.plural(root.orElse(family)) + "/" + binding.name())
                .toInstance(binding);
        return this;
    }
}
