package org.gan4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;

/**
 * Equally likely normal modes on a square grid centred at the origin.
 *
 * @param side the number of modes along a side, at least 1
 * @param spacing the distance between neighbours, positive
 * @param standardDeviation the standard deviation of each mode in both directions, positive
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin et al., PacGAN, 2018, section 4.1</a>
 */
@About("Normal modes on a square grid, 5 by 5 by default; drawn afresh for every batch.")
public record Grid(int side, double spacing, double standardDeviation) implements MixtureDistribution {
    /** 25 modes at {-4, -2, 0, 2, 4} x {-4, -2, 0, 2, 4} with standard deviation 0.05. */
    public static final Grid DEFAULTS = new Grid(5, 2.0, 0.05);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a setting is not positive and finite
     */
    public Grid {
        SettingChecks.atLeastOne("side", side);
        SettingChecks.positive("spacing", spacing);
        SettingChecks.positive("standardDeviation", standardDeviation);
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public Mixture mixture() {
        List<Normal> components = new ArrayList<>();
        double middle = (side - 1) / 2.0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double[] centre = {(row - middle) * spacing, (column - middle) * spacing};
                components.add(Normal.isotropic(centre, standardDeviation));
            }
        }
        return Mixture.uniform(components);
    }
}
