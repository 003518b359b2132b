package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.core.gan.finite.ScoreTerms;

/** Checks of points that are impossible under p or under q: the closed form of nearby worlds must lead there. */
final class LimitChecks {
    private static final double[] P = {0.5, 0.3, 0.2, 0};
    private static final double[] Q = {0.25, 0, 0.35, 0.4};
    private static final double[] ELSEWHERE = {0.1, 0.35, 0.15, 0.4};
    private static final double[] OTHERWISE = {0.3, 0.4, 0.2, 0.1};
    private static final double CLOSE = 1e-12;
    private static final double NEAR = 1e-6;

    private LimitChecks() {}

    /** A loss that compares scores has no search that follows them to infinity, and is not looked at. */
    static void zeros(LossCase loss, Deviations deviations) {
        if (ScoreTerms.of(loss.loss()).isEmpty()) {
            return;
        }
        OptimalDiscriminator found =
                OptimalDiscriminator.of(loss.loss(), World.of(P, Q).finite());
        loss.value().ifPresent(value -> value(loss, value, found));
        loss.optimum().ifPresent(optimum -> scores(loss, optimum, found));
    }

    private static void value(LossCase loss, ToDoubleFunction<World> closedForm, OptimalDiscriminator found) {
        double close = closedForm.applyAsDouble(mixed(CLOSE));
        double near = closedForm.applyAsDouble(mixed(NEAR));
        if (found.isUnbounded()) {
            assertThat(close)
                    .as("%s has no least value where p or q is 0, so it must fall on the way there", loss.name())
                    .isLessThan(near - 1);
        } else {
            assertThat(found.value())
                    .as("%s, least value where p or q is 0, against the limit of the closed form", loss.name())
                    .isCloseTo(close, within(1e-9 + Math.abs(close - near)));
            assertThat(Math.abs(close - near)).isLessThan(0.05);
        }
    }

    private static void scores(LossCase loss, Function<World, double[]> closedForm, OptimalDiscriminator found) {
        double[] close = closedForm.apply(mixed(CLOSE));
        double[] near = closedForm.apply(mixed(NEAR));
        double[] scores = found.scores();
        for (int i = 0; i < scores.length; i++) {
            if (Double.isFinite(scores[i])) {
                assertThat(scores[i])
                        .as(
                                "%s, best score %d of %s, against the limit of the closed form",
                                loss.name(), i, Arrays.toString(scores))
                        .isCloseTo(close[i], within(1e-9 + 2 * Math.abs(close[i] - near[i])));
                assertThat(Math.abs(close[i] - near[i])).isLessThan(0.05);
            } else {
                assertThat(close[i] == scores[i] || (close[i] - near[i]) * Math.signum(scores[i]) > 1)
                        .as(
                                "%s, score %d is infinite where p or q is 0, so it must grow on the way there",
                                loss.name(), i)
                        .isTrue();
            }
        }
    }

    private static World mixed(double share) {
        double[] p = new double[P.length];
        double[] q = new double[P.length];
        Arrays.setAll(p, i -> (1 - share) * P[i] + share * ELSEWHERE[i]);
        Arrays.setAll(q, i -> (1 - share) * Q[i] + share * OTHERWISE[i]);
        return World.of(p, q);
    }
}
