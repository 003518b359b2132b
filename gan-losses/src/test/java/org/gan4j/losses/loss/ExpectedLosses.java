package org.gan4j.losses.loss;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.AdversarialLoss;

/**
 * The expected values of every named loss on one asymmetric set of scores, computed outside of this code base with 30
 * digits.
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

    private static final SortedMap<String, Row> ROWS = new TreeMap<>();

    static {
        // 1.32304501170759691688 + 3.71952775285084377272; minus the mean of softplus(s) over fakes
        row("minimax", new Minimax(), 5.04257276455844, -3.7195277528508437);
        // the same; the mean of softplus(-s) over fakes
        row("non-saturating", new NonSaturating(), 5.04257276455844, 1.2795277528508437);
        // mean of fakes 12.2 / 5 = 2.44, mean of reals 11.6 / 4 = 2.9
        row("wasserstein", new Wasserstein(), -0.46, -2.44);
        // energies of fakes above, margin 1.5: hinges 1.49995460110078313535, 1.48779741539230390122, 0,
        // 1.47304290699179193956, 0.645644755531472881185, mean 1.02128793580327037147
        row("energy-margin", new EnergyMargin(1.5, EnergyLink.SOFTPLUS), 2.344332947510867, 1.2795277528508437);
        // the non-saturating loss times 0.5 and 3
        row("scaled", new Scaled(new NonSaturating(), 0.5, 3), 2.52128638227922, 3.8385832585525312);
    }

    /** A loss with settings, and what its two sides must give on REAL and FAKE. */
    record Row(AdversarialLoss loss, double discriminator, double generator) {}

    private ExpectedLosses() {}

    private static void row(String name, AdversarialLoss loss, double discriminator, double generator) {
        ROWS.put(name, new Row(loss, discriminator, generator));
    }

    static SortedMap<String, Row> rows() {
        return Collections.unmodifiableSortedMap(ROWS);
    }
}
