package org.gan4j.core.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Spelling: kebab case, and which known name a misspelt one was meant to be. */
public final class Names {
    private static final int FARTHEST = 2;

    private Names() {}

    /** {@code AdversarialLoss} gives {@code adversarial-loss}. */
    public static String kebab(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code AdversarialLoss} gives {@code adversarial loss}. */
    public static String words(Class<?> type) {
        return kebab(type).replace('-', ' ');
    }

    /** {@code AdversarialLoss} gives {@code an adversarial loss}. */
    static String phrase(Class<?> type) {
        String words = words(type);
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    /** {@code EPSILON_HAT} gives {@code epsilon-hat}. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns "; did you mean "x"? Known: a, b, c", with the parts that apply. */
    static String hint(String wrong, Collection<String> known) {
        if (known.isEmpty()) {
            return "; nothing is known here";
        }
        String meant = closest(wrong, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse(";");
        return meant + (meant.length() == 1 ? " known: " : " Known: ") + String.join(", ", known);
    }

    /** Returns the known name at the smallest edit distance, if that is small; a tie goes to the first. */
    public static Optional<String> closest(String wrong, Collection<String> known) {
        int best = FARTHEST + 1;
        List<String> found = new ArrayList<>();
        for (String name : known) {
            int distance = distance(squeezed(wrong), squeezed(name));
            if (distance < best && distance < squeezed(name).length()) {
                best = distance;
                found.add(0, name);
            }
        }
        return found.stream().findFirst();
    }

    private static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
