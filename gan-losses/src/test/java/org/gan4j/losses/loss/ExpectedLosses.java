package org.gan4j.losses.loss;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.World;

/**
 * What every named loss must give, computed outside of this code base with 30 digits, and its optimum on finite worlds.
 *
 * <p>softplus(-s) of the real scores -5, 1.4, 12.5, 2.7: 5.00671534848911806862, 0.220417409918450926605,
 * 0.00000372664622812399, 0.0650435617765905483098; mean 1.32304501170759691688.
 *
 * <p>softplus(s) of the fake scores 10, 4.4, -5.5, 3.6, -0.3: 10.0000453988992168646, 4.41220258460769609879,
 * 0.00407844327057072089, 3.62695709300820806044, 0.554355244468527118815; mean 3.71952775285084377272.
 *
 * <p>softplus(-s) of the fake scores: 0.0000453988992168646, 0.0122025846076960988, 5.50407844327057072089,
 * 0.0269570930082080604, 0.854355244468527118815; mean 1.27952775285084377272.
 */
final class ExpectedLosses {
    static final double[] REAL = {-5, 1.4, 12.5, 2.7};
    static final double[] FAKE = {10, 4.4, -5.5, 3.6, -0.3};
    static final double[] FEW_REAL = {0.75, -30};
    static final double[] FEW_FAKE = {-0.5, 31, 0.125};

    private static final SortedMap<String, LossCase> ROWS = new TreeMap<>();

    static {
        // 1.32304501170759691688 + 3.71952775285084377272; minus the mean of softplus(s) over fakes
        crossEntropy("minimax", new Minimax(), -3.7195277528508437, -10.743892006499104);
        // the same; the mean of softplus(-s) over fakes
        crossEntropy("non-saturating", new NonSaturating(), 1.2795277528508437, 0.5355586731657701);
        // mean of fakes 12.2 / 5 = 2.44, mean of reals 11.6 / 4 = 2.9; 30.625 / 3 and -29.25 / 2
        row(LossCase.of("wasserstein", new Wasserstein())
                .golden(REAL, FAKE, -0.46, -2.44)
                .golden(FEW_REAL, FEW_FAKE, 30.625 / 3 + 14.625, -30.625 / 3)
                .noClosedForm("without a bound on the critic's slope the loss has no minimum"));
        // energies of fakes above, margin 1.5: hinges 1.49995460110078313535, 1.48779741539230390122, 0,
        // 1.47304290699179193956, 0.645644755531472881185, mean 1.02128793580327037147
        row(LossCase.of("energy-margin", new EnergyMargin(1.5, EnergyLink.SOFTPLUS))
                .golden(REAL, FAKE, 2.344332947510867, 1.2795277528508437)
                .golden(FEW_REAL, FEW_FAKE, 16.157876829891727, 0.5355586731657701)
                .optimum(world -> world.each((p, q) -> p > q ? Double.POSITIVE_INFINITY : -Math.log(Math.expm1(1.5))))
                .value(world -> world.sum((p, q) -> 1.5 * Math.min(p, q))));
        // the non-saturating loss times 0.5 and 3
        row(LossCase.of("scaled", new Scaled(new NonSaturating(), 0.5, 3))
                .golden(REAL, FAKE, 2.52128638227922, 3.8385832585525312)
                .golden(FEW_REAL, FEW_FAKE, 12.9686637547783, 1.6066760194973102)
                .optimum(ExpectedLosses::logRatio)
                .value(world -> crossEntropy(world) / 2));
    }

    private ExpectedLosses() {}

    static SortedMap<String, LossCase> rows() {
        return Collections.unmodifiableSortedMap(ROWS);
    }

    private static void row(LossCase loss) {
        if (ROWS.put(loss.name(), loss) != null) {
            throw new IllegalArgumentException("two rows for " + loss.name());
        }
    }

    private static void crossEntropy(String name, AdversarialLoss loss, double generator, double few) {
        row(LossCase.of(name, loss)
                .golden(REAL, FAKE, 5.042572764558441, generator)
                .golden(FEW_REAL, FEW_FAKE, 25.9373275095566, few)
                .optimum(ExpectedLosses::logRatio)
                .value(ExpectedLosses::crossEntropy));
    }

    private static double[] logRatio(World world) {
        return world.each((p, q) -> Math.log(p / q));
    }

    /** log 4 - 2 JSD(p, q), with 2 JSD = KL(p, (p + q) / 2) + KL(q, (p + q) / 2). */
    private static double crossEntropy(World world) {
        return Math.log(4) - world.sum((p, q) -> p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q)));
    }
}
