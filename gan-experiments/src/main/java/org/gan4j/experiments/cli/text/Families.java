package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.config.Names;
import org.gan4j.core.config.StrategyRegistry;

/** Families of strategies as a user calls them: {@code losses} as well as {@code loss} or {@code adversarial-loss}. */
public final class Families {
    private final StrategyRegistry registry;

    public Families(StrategyRegistry registry) {
        this.registry = registry;
    }

    /** Returns what users call the families, sorted. */
    public List<String> names() {
        return new ArrayList<>(registry.families().keySet());
    }

    /**
     * Returns the family a user means: its plural, its singular, or the name of its interface.
     *
     * @throws org.gan4j.core.io.UserError if there is none of that name
     */
    public Class<?> find(String called) {
        String wanted = called.toLowerCase(Locale.ROOT);
        for (var family : registry.families().entrySet()) {
            Class<?> type = family.getValue();
            if (wanted.equals(family.getKey())
                    || wanted.equals(StrategyRegistry.singular(type))
                    || wanted.equals(Names.kebab(type))) {
                return type;
            }
        }
        throw Unknown.name("family of strategies", called, names(), "gan list");
    }
}
