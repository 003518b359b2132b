package org.gan4j.core.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;

/**
 * Equally likely normal modes on a circle: mode k is at angle 2 pi k / count.
 *
 * <p>The end of the circle is not its beginning again: eight modes are eight distinct ones. (Code that places them by
 * {@code linspace(0, 2 pi, 8)} has seven, one of them twice as likely.)
 *
 * @param count the number of modes, at least 1
 * @param radius the radius of the circle, positive
 * @param standardDeviation the standard deviation of each mode in both directions, positive
 * @see <a href="https://arxiv.org/abs/1712.04086">Lin et al., PacGAN, 2018, section 4.1</a>
 */
@About("Normal modes on a circle, 8 at radius 1 by default; drawn afresh for every batch.")
public record Ring(int count, double radius, double standardDeviation) implements MixtureDistribution {
    /** Eight modes at radius 1 with standard deviation 0.01. */
    public static final Ring DEFAULTS = new Ring(8, 1.0, 0.01);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a setting is not positive and finite
     */
    public Ring {
        SettingChecks.atLeastOne("count", count);
        SettingChecks.positive("radius", radius);
        SettingChecks.positive("standardDeviation", standardDeviation);
    }

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public Mixture mixture() {
        List<Normal> components = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * k / count;
            double[] centre = {radius * Math.cos(angle), radius * Math.sin(angle)};
            components.add(Normal.isotropic(centre, standardDeviation));
        }
        return Mixture.uniform(components);
    }
}
