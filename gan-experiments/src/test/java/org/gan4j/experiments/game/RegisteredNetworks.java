package org.gan4j.experiments.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.io.UserError;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.experiments.cli.Framework;

/**
 * The networks of a family that have names, each with its default settings and with those that change its traits, on points
 * and on images that fit.
 */
final class RegisteredNetworks {
    /** Settings that many networks have, and that change what they say of themselves. */
    private static final List<String> CHANGES =
            List.of("labels: input", "labels: every-layer", "labels: projection", "norm: null", "output: linear");

    /** Layers for networks that are written layer by layer. */
    private static final List<String> LAYERS = List.of(
            "{type: linear, units: 8}, tanh, {type: linear, units: 2}",
            "{type: linear, units: 8}, batch-norm, relu, {type: linear, units: 2}",
            "{type: label-concatenation, classes: 10}, {type: linear, units: 8}, tanh, {type: linear, units: 2}",
            "{type: spectral-norm, layer: {type: linear, units: 2}}, {type: residual-mlp, units: 6}");

    /** What such networks need or take besides. */
    private static final List<String> AROUND_LAYERS = List.of(
            "",
            ", latent: {type: normal, size: 4}",
            ", latent: {type: normal, size: 4}, output: tanh",
            ", projection: true");

    private static final List<SampleSpec> DATA =
            List.of(spec(2), spec(28, 28, 1), spec(28, 28, 3), spec(32, 32, 3), spec(64, 64, 3));

    private final StrategyRegistry registry = Framework.of(List.of(), List.of()).registry();
    private final ConfigurationReader reader = new ConfigurationReader(registry);

    /**
     * A network to be looked at.
     *
     * @param name how it was asked for, and the shape of the data
     * @param network the choice
     * @param spec the data
     * @param <T> the family
     */
    record Case<T>(String name, T network, SampleSpec spec) {}

    /** Opens a network on data; one that does not fit them is refused with an {@link IllegalArgumentException}. */
    interface Opening<T> {
        void open(T network, SampleSpec spec);
    }

    /** Returns the cases of a family, at least one of every name. */
    <T> List<Case<T>> of(Class<T> family, Opening<T> opening) {
        List<Case<T>> cases = new ArrayList<>();
        for (String name : registry.names(family)) {
            List<Case<T>> own = new ArrayList<>();
            texts(family, name).forEach(text -> {
                Optional<T> network = parsed(text, family);
                network.ifPresent(made -> own.addAll(fitting(text, made, opening)));
            });
            if (own.isEmpty()) {
                throw new AssertionError("no data fit the network " + name + " of " + family.getSimpleName());
            }
            cases.addAll(own);
        }
        return cases;
    }

    private <T> Stream<String> texts(Class<T> family, String name) {
        Stream<String> changed = CHANGES.stream().map(change -> "{type: " + name + ", " + change + "}");
        Stream<String> around =
                registry.names(family).stream().map(inner -> "{type: " + name + ", discriminator: " + inner + "}");
        Stream<String> layered = LAYERS.stream()
                .flatMap(layers -> AROUND_LAYERS.stream()
                        .map(more -> "{type: " + name + ", layers: [" + layers + "]" + more + "}"));
        return Stream.of(Stream.of("{type: " + name + "}"), changed, around, layered)
                .flatMap(texts -> texts);
    }

    /** Settings that a network has not, or not without others, make no case. */
    private <T> Optional<T> parsed(String text, Class<T> family) {
        try {
            return Optional.of(reader.parse(text, "network", List.of(), family).value());
        } catch (UserError unknown) {
            return Optional.empty();
        }
    }

    /** Points, and the first images that fit; those whose size is in the name before others. */
    private static <T> List<Case<T>> fitting(String text, T network, Opening<T> opening) {
        List<SampleSpec> data = new ArrayList<>(DATA);
        data.sort((a, b) -> Boolean.compare(inName(text, b), inName(text, a)));
        List<Case<T>> cases = new ArrayList<>();
        boolean images = false;
        for (SampleSpec spec : data) {
            boolean image = spec.shape().rank() > 1;
            if (!(image && images) && fits(network, spec, opening)) {
                images |= image;
                cases.add(new Case<>(text + " on " + spec.shape(), network, spec));
            }
        }
        return cases;
    }

    private static boolean inName(String text, SampleSpec spec) {
        return text.contains("-" + spec.shape().dim(0));
    }

    private static <T> boolean fits(T network, SampleSpec spec, Opening<T> opening) {
        try {
            opening.open(network, spec);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** Data in [0, 1] of ten classes, whose mean is 1/4 everywhere. */
    private static SampleSpec spec(int... dims) {
        Shape shape = Shape.of(dims);
        float[] mean = new float[shape.size()];
        Arrays.fill(mean, 0.25f);
        return new SampleSpec(shape, 0, 1, 10, () -> Tensor.of(shape, mean));
    }
}
