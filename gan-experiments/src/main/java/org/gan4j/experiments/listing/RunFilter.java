package org.gan4j.experiments.listing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.core.config.Names;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * Condition on a run: {@code status=completed}, {@code game.loss=hinge}, {@code seed!=1}, {@code modes-captured>=7}.
 *
 * <p>Equality compares numbers as numbers and all else as text. A run that has nothing under the key meets {@code !=}
 * only.
 *
 * @param key of a fact, a setting or an estimate, as {@link ListedRun#value} knows them
 * @param relation between its value and the wanted one
 * @param wanted the right side
 */
public record RunFilter(String key, Relation relation, String wanted) {
    private static final Pattern FORM = Pattern.compile("([^=!<>]+)(!=|>=|<=|=)(.*)");

    /** Relation of the value found to the value wanted. */
    public enum Relation {
        /** Same number, or same text. */
        EQUAL("="),
        /** Another number or text, or none. */
        DIFFERENT("!="),
        /** Number not below. */
        AT_LEAST(">="),
        /** Number not above. */
        AT_MOST("<=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    /** Checks that there is a key, and that order is asked of numbers only. */
    public RunFilter {
        Objects.requireNonNull(relation, "relation is null");
        if (key.isBlank()) {
            throw new IllegalArgumentException("key is blank");
        }
        boolean ordered = relation == Relation.AT_LEAST || relation == Relation.AT_MOST;
        if (ordered && number(wanted).isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + wanted + "\" is no number, and " + relation.sign + " compares numbers",
                    key + relation.sign + wanted,
                    "Give a number, or use = or !=.");
        }
    }

    /**
     * Returns the condition that a word of the command line says.
     *
     * @throws UserError if it has another form
     */
    public static RunFilter parse(String word) {
        Matcher matcher = FORM.matcher(word);
        if (!matcher.matches()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "a filter has the form KEY=VALUE, KEY!=VALUE, KEY>=NUMBER or KEY<=NUMBER",
                    "\"" + word + "\"",
                    "Write for example status=completed, game.loss=hinge or 'modes-captured>=7' (in quotes, because of"
                            + " the shell).");
        }
        for (Relation relation : Relation.values()) {
            if (relation.sign.equals(matcher.group(2))) {
                return new RunFilter(
                        matcher.group(1).strip(), relation, matcher.group(3).strip());
            }
        }
        throw new IllegalStateException("the form knows a sign that no relation has: " + word);
    }

    /** Tells whether a run meets the condition. */
    public boolean matches(ListedRun run) {
        Optional<String> found = run.value(key);
        return switch (relation) {
            case EQUAL -> found.filter(this::isEqual).isPresent();
            case DIFFERENT -> found.filter(this::isEqual).isEmpty();
            case AT_LEAST ->
                found.flatMap(RunFilter::number)
                        .filter(value -> value >= wantedNumber())
                        .isPresent();
            case AT_MOST ->
                found.flatMap(RunFilter::number)
                        .filter(value -> value <= wantedNumber())
                        .isPresent();
        };
    }

    /**
     * Checks that at least one of the runs has something under a key, so that a misspelt key is not taken for one that no
     * run meets.
     *
     * @throws UserError naming the key that was probably meant
     */
    public static void requireKnown(String key, List<ListedRun> runs) {
        if (runs.isEmpty() || runs.stream().anyMatch(run -> run.value(key).isPresent())) {
            return;
        }
        TreeSet<String> known = new TreeSet<>();
        runs.forEach(run -> {
            known.addAll(run.facts().keySet());
            known.addAll(run.settings().keySet());
            known.addAll(run.estimates().keySet());
        });
        String meant = Names.closest(key, known)
                .map(name -> "Did you mean \"" + name + "\"? ")
                .orElse("");
        throw new UserError(
                ExitCode.USAGE,
                "no run here has anything under this name",
                "\"" + key + "\"",
                meant + "Known are experiment, status, started, ended, steps, message, the paths of a run's config.yaml"
                        + " such as game.loss or seed, and the names of estimates.");
    }

    private boolean isEqual(String found) {
        Optional<Double> one = number(found);
        Optional<Double> other = number(wanted);
        boolean numbers = one.isPresent() && other.isPresent();
        return numbers ? one.equals(other) : found.equals(wanted);
    }

    private double wantedNumber() {
        return number(wanted).orElseThrow();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
