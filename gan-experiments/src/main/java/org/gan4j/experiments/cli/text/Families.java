package org.gan4j.experiments.cli.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.StrategyRegistry;

/** Families of strategies as a user calls them: {@code losses} as well as {@code loss} or {@code adversarial-loss}. */
public final class Families {
    private static final SortedMap<String, String> PLAIN_NAMES = new TreeMap<>();

    static {
        PLAIN_NAMES.put("activation", "activations");
        PLAIN_NAMES.put("adversarial-loss", "losses");
        PLAIN_NAMES.put("augmentation", "augmentations");
        PLAIN_NAMES.put("autoencoder", "autoencoders");
        PLAIN_NAMES.put("data-source", "datasets");
        PLAIN_NAMES.put("discriminator", "discriminators");
        PLAIN_NAMES.put("evaluator", "evaluators");
        PLAIN_NAMES.put("experiment", "experiments");
        PLAIN_NAMES.put("f-divergence", "f-divergences");
        PLAIN_NAMES.put("game", "games");
        PLAIN_NAMES.put("generator", "generators");
        PLAIN_NAMES.put("initializer", "initializers");
        PLAIN_NAMES.put("job", "jobs");
        PLAIN_NAMES.put("label-sampler", "labels");
        PLAIN_NAMES.put("latent", "latents");
        PLAIN_NAMES.put("layer", "layers");
        PLAIN_NAMES.put("optimizer", "optimizers");
        PLAIN_NAMES.put("parameter-average", "averages");
        PLAIN_NAMES.put("penalty", "penalties");
        PLAIN_NAMES.put("pointwise-loss", "pointwise-losses");
        PLAIN_NAMES.put("sample-transform", "transforms");
        PLAIN_NAMES.put("schedule", "schedules");
        PLAIN_NAMES.put("training-length", "lengths");
        PLAIN_NAMES.put("training-scheme", "schemes");
        PLAIN_NAMES.put("validation-measure", "measures");
        PLAIN_NAMES.put("wiring-rule", "rules");
    }

    private final StrategyRegistry registry;

    public Families(StrategyRegistry registry) {
        this.registry = registry;
    }

    /** Returns what users call the families, sorted. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        registry.families().keySet().forEach(name -> names.add(plain(name)));
        Collections.sort(names);
        return names;
    }

    /** Returns what users call the family of an interface. */
    public String nameOf(Class<?> type) {
        return registry.families().entrySet().stream()
                .filter(family -> family.getValue() == type)
                .map(family -> plain(family.getKey()))
                .findFirst()
                .orElse(type.getSimpleName());
    }

    /** Returns what users call a family. */
    static String plain(String family) {
        return PLAIN_NAMES.getOrDefault(family, family);
    }

    /**
     * Returns the family a user means: its plain name, the singular of it, or the name of its interface.
     *
     * @throws org.gan4j.core.io.UserError if there is none of that name
     */
    public Class<?> find(String called) {
        String wanted = called.toLowerCase(Locale.ROOT);
        for (var family : registry.families().entrySet()) {
            String plain = plain(family.getKey());
            if (wanted.equals(family.getKey()) || wanted.equals(plain) || wanted.equals(singular(plain))) {
                return family.getValue();
            }
        }
        throw Unknown.name("family of strategies", called, names(), "gan list");
    }

    /** Returns what users call one member of a family. */
    public static String singular(String plural) {
        if (plural.endsWith("losses")) {
            return plural.substring(0, plural.length() - 2);
        }
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
