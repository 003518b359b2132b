package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.Scores;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.LossesModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every named loss must satisfy; a name without a row of expected values fails. */
class LossContractTest {
    private static final StrategyRegistry REGISTRY =
            Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);

    static List<String> names() {
        return REGISTRY.names(AdversarialLoss.class);
    }

    @Test
    void exactlyTheNamedLossesHaveExpectedValues() {
        assertThat(names())
                .isNotEmpty()
                .containsExactlyElementsOf(ExpectedLosses.rows().keySet());
        ExpectedLosses.rows()
                .forEach((name, row) -> assertThat(REGISTRY.find(AdversarialLoss.class, name)
                                .orElseThrow()
                                .type())
                        .as(name)
                        .isEqualTo(row.loss().getClass()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesTheExpectedValues(String name) {
        ExpectedLosses.Row row = row(name);
        Scores real = Scores.of(column(ExpectedLosses.REAL));
        Scores fake = Scores.of(column(ExpectedLosses.FAKE));
        assertThat(row.loss().discriminatorLoss(real, fake).item()).isCloseTo(row.discriminator(), within(1e-12));
        assertThat(row.loss().generatorLoss(real, fake).item()).isCloseTo(row.generator(), within(1e-12));
        assertThat(row.loss().discriminatorLoss(real, fake).shape().rank()).isZero();
        assertThat(row.loss().generatorLoss(real, fake).shape().rank()).isZero();
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasCorrectDerivativesOfOrderTwo(String name) {
        AdversarialLoss loss = row(name).loss();
        Tensor real = column(-0.9, 0.4, 1.3);
        Tensor fake = column(0.7, -1.6, 2.1, 0.25);
        GradientCheck.check(2, t -> loss.discriminatorLoss(Scores.of(t.get(0)), Scores.of(t.get(1))), real, fake);
        GradientCheck.check(2, t -> loss.generatorLoss(Scores.of(t.get(0)), Scores.of(t.get(1))), real, fake);
    }

    @ParameterizedTest
    @MethodSource("names")
    void staysFiniteForScoresOfGreatSize(String name) {
        float[] extremes = {1e4f, -1e4f, 100, -100, 1e-30f, 0};
        for (BiFunction<Scores, Scores, Tensor> side : sides(name)) {
            Tensor real = Tensor.of(Shape.of(6, 1), extremes).tracked();
            Tensor fake = Tensor.of(Shape.of(6, 1), extremes).tracked();
            Tensor loss = side.apply(Scores.of(real), Scores.of(fake));
            assertThat(loss.item()).isFinite();
            for (Tensor gradient : Gradients.of(loss, List.of(real, fake))) {
                assertThat(gradient.allFinite()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void doesNotDependOnTheOrderOfSamples(String name) {
        for (BiFunction<Scores, Scores, Tensor> side : sides(name)) {
            double straight = side.apply(
                            Scores.of(column(-5, 1.4, 12.5, 2.7)), Scores.of(column(10, 4.4, -5.5, 3.6, -0.3)))
                    .item();
            double shuffled = side.apply(
                            Scores.of(column(2.7, -5, 1.4, 12.5)), Scores.of(column(-5.5, -0.3, 10, 3.6, 4.4)))
                    .item();
            assertThat(shuffled).isCloseTo(straight, within(1e-12));
        }
    }

    /** Real: scores .3 and -1.2 with probabilities 3/4 and 1/4; fake: 2.2, -.4, .1 with 1/2, 1/6, 1/3. */
    @ParameterizedTest
    @MethodSource("names")
    void agreesOnAFiniteWorldWithTheBatchThatEnumeratesIt(String name) {
        Scores realWorld = Scores.weighted(column(0.3, -1.2), column(0.75, 0.25));
        Scores fakeWorld = Scores.weighted(column(2.2, -0.4, 0.1), column(1 / 2.0, 1 / 6.0, 1 / 3.0));
        Scores realBatch = Scores.of(column(0.3, -1.2, 0.3, 0.3));
        Scores fakeBatch = Scores.of(column(2.2, 0.1, 2.2, -0.4, 0.1, 2.2));
        for (BiFunction<Scores, Scores, Tensor> side : sides(name)) {
            assertThat(side.apply(realWorld, fakeWorld).item())
                    .isCloseTo(side.apply(realBatch, fakeBatch).item(), within(1e-12));
        }
    }

    /** A discriminator that follows its gradient must come to give real samples the higher scores. */
    @ParameterizedTest
    @MethodSource("names")
    void teachesTheDiscriminatorThatHighIsReal(String name) {
        AdversarialLoss loss = row(name).loss();
        Tensor real = column(0.1, -0.2, 0.3).tracked();
        Tensor fake = column(0.2, 0.1, -0.3, 0.15).tracked();
        List<Tensor> gradients =
                Gradients.of(loss.discriminatorLoss(Scores.of(real), Scores.of(fake)), List.of(real, fake));
        assertThat(numbers(gradients.get(0))).allMatch(g -> g < 0);
        assertThat(numbers(gradients.get(1))).allMatch(g -> g > 0);
        Tensor generatorSide = loss.generatorLoss(Scores.of(real), Scores.of(fake));
        assertThat(numbers(Gradients.of(generatorSide, List.of(fake)).get(0))).allMatch(g -> g < 0);
    }

    private static List<BiFunction<Scores, Scores, Tensor>> sides(String name) {
        AdversarialLoss loss = row(name).loss();
        return List.of(loss::discriminatorLoss, loss::generatorLoss);
    }

    private static ExpectedLosses.Row row(String name) {
        return Objects.requireNonNull(
                ExpectedLosses.rows().get(name), "loss '" + name + "' is bound, but ExpectedLosses has no row for it");
    }

    static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }

    static List<Double> numbers(Tensor tensor) {
        return DoubleStream.of(tensor.toDoubles()).boxed().toList();
    }
}
