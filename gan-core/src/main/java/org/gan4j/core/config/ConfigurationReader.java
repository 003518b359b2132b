package org.gan4j.core.config;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.config.tree.Location;
import org.gan4j.core.config.tree.Node;
import org.gan4j.core.config.tree.Overrides;
import org.gan4j.core.config.tree.Places;
import org.gan4j.core.config.tree.Problem;
import org.gan4j.core.config.tree.Problems;
import org.gan4j.core.config.tree.TreeReader;
import org.gan4j.core.config.tree.YamlWriter;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads configurations: YAML, or JSON in files that end in {@code .json}, into records, strictly and with all problems at
 * once.
 *
 * <p>The keys are the names of the record's components. Types: int, long, double, boolean, String, enums (lower case with
 * hyphens), {@code List}, {@code Optional}, {@code SortedMap<String, X>}, records, and families of strategies (see
 * {@link StrategyBinder}): {@code loss: hinge} is the record with its defaults, {@code loss: {type: hinge, margin: 2}}
 * replaces some, and a number may stand for a strategy of a family that says so. Where a map holds strategies, the word
 * {@code all} is every strategy of the family that its name alone makes, by name; the resolved configuration lists them.
 *
 * <p>What the text leaves out has, in this order: the value it has in the default of the enclosing record; the value in
 * the record's own constant {@code DEFAULTS}; the value of {@link Default}; empty, if it is {@code Optional}. Otherwise it
 * is missing. A mapping without {@code type} changes the default strategy of its place.
 *
 * <p>An {@code IllegalArgumentException} of a record's constructor is a problem of that record, or of the component whose
 * name its message begins with ("rate must be ...").
 */
public final class ConfigurationReader {
    private final StrategyRegistry registry;

    /** Makes a reader that knows the strategies of a registry. */
    @Inject
    public ConfigurationReader(StrategyRegistry registry) {
        this.registry = registry;
    }

    /**
     * Reads a file.
     *
     * @param overrides changes as {@code key.sub=value}, applied in order
     * @param type a record, or a family of strategies
     * @throws org.gan4j.core.config.tree.ConfigurationException with everything that is wrong
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CONFIGURATION} when the file cannot be read
     */
    public <T> Configuration<T> read(Path file, List<String> overrides, Class<T> type) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CONFIGURATION, e);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(text, file.toString(), overrides, type);
        } catch (CharacterCodingException e) {
            Problem problem = new Problem(file.toString(), "", "this is not text in UTF-8");
            throw new ConfigurationException(List.of(problem));
        }
    }

    /**
     * Reads a text.
     *
     * @param source what messages call the text; JSON if it ends in {@code .json}
     * @param overrides changes as {@code key.sub=value}, applied in order
     * @param type a record, or a family of strategies
     * @throws org.gan4j.core.config.tree.ConfigurationException with everything that is wrong
     */
    public <T> Configuration<T> parse(String text, String source, List<String> overrides, Class<T> type) {
        Problems problems = new Problems();
        Optional<Node> tree = TreeReader.read(text, source, problems);
        if (tree.isEmpty()) {
            problems.throwIfAny();
        }
        Node root = new Overrides(problems).apply(tree.orElseThrow(), overrides);
        TreeBinder.Spot spot = new TreeBinder.Spot(root, "", Optional.empty());
        Optional<Object> bound = new TreeBinder(registry, problems, false).bind(spot, type);
        Problems warnings = new Problems();
        bound.ifPresent(value -> applyRules(value, path -> Places.of(root, path), problems, warnings));
        problems.throwIfAny();
        return configuration(type.cast(bound.orElseThrow()), type, warnings);
    }

    /**
     * Returns the configuration of a record that was made in code; rules apply to it as to a text.
     *
     * @throws org.gan4j.core.config.tree.ConfigurationException when a rule refuses it
     * @throws IllegalArgumentException when a strategy in it has no name
     */
    public <T> Configuration<T> resolve(T value, Class<T> type) {
        Problems problems = new Problems();
        Problems warnings = new Problems();
        applyRules(value, path -> Location.whole(type.getSimpleName()), problems, warnings);
        problems.throwIfAny();
        return configuration(value, type, warnings);
    }

    private void applyRules(Object value, Function<String, Location> places, Problems problems, Problems warnings) {
        WiringWalk walk = new WiringWalk(value, places, problems, warnings);
        for (String name : registry.names(WiringRule.class)) {
            Node rule = new Node.Scalar(Location.whole("rule " + name), name, Node.Kind.TEXT);
            Problems own = new Problems();
            TreeBinder.Spot spot = new TreeBinder.Spot(rule, "", Optional.empty());
            Optional<Object> bound = new TreeBinder(registry, own, false).bind(spot, WiringRule.class);
            own.throwIfAny();
            ((WiringRule) bound.orElseThrow()).check(walk);
        }
    }

    private <T> Configuration<T> configuration(T value, Class<T> type, Problems warnings) {
        Object plain = new Resolved(registry, component -> true).plain(value, type);
        Object hashed =
                new Resolved(registry, component -> !component.isAnnotationPresent(NotHashed.class)).plain(value, type);
        String sha256 = Sha256.of(canonical(hashed));
        return new Configuration<>(value, YamlWriter.text(plain), canonical(plain), sha256, warnings.inOrder());
    }

    private static String canonical(@Nullable Object plain) {
        return Json.canonical(plain == null ? List.of() : plain);
    }
}
