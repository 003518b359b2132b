package org.gan4j.losses.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.losses.contract.World;
import org.gan4j.losses.loss.LeastSquares;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With b - c = 1 and b - a = 2, and with the term E_p (s - c)^2 / 2 that no generator changes added, twice the
 * generator's loss at the best scores is the Pearson chi-square of p + q and 2q: the sum of (2q - (p + q))^2 / (p + q).
 *
 * <p>s* = (b p + a q) / (p + q), so s* - c = ((b - c) (p + q) - (b - a) q) / (p + q) = (p - q) / (p + q).
 */
class LeastSquaresPearsonTest {
    private static final ProofReport REPORT =
            new ProofReport("least-squares-pearson", "Pearson chi-square of p + q and 2q");

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "2, 5, 0", "3, 11, 0", "4, 30, 0", "5, 7, 0.75"})
    void twiceTheLossIsPearsons(long seed, int size, double c) {
        LeastSquares loss = new LeastSquares(c - 1, c + 1, c);
        World world = World.random(seed, size);
        FiniteWorld finite = FiniteWorld.of(world.each((p, q) -> p), world.each((p, q) -> q));
        OptimalDiscriminator best = OptimalDiscriminator.of(loss, finite);
        double constant =
                Scores.weighted(best.tensor(), finite.p()).mean(loss::generator).item();
        double pearson = world.sum((p, q) -> Math.pow(2 * q - (p + q), 2) / (p + q));
        assertThat(REPORT.distance(2 * (constant + best.generatorLoss()), pearson))
                .isLessThanOrEqualTo(1e-9);
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }
}
