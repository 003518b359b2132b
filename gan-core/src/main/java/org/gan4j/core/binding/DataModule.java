package org.gan4j.core.binding;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.NoData;
import org.gan4j.core.data.digits.StackedMnist;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.data.file.Npz;
import org.gan4j.core.data.synthetic.FixedSample;
import org.gan4j.core.data.synthetic.Gaussian;
import org.gan4j.core.data.synthetic.GaussianMixture;
import org.gan4j.core.data.synthetic.Grid;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.data.synthetic.SwissRoll;
import org.gan4j.core.data.synthetic.TwoMoons;

/** Names the data sets, one line each. */
final class DataModule extends AbstractModule {
    @Override
    protected void configure() {
        strategies(binder(), DataSource.class)
                .bind("none", NoData.class)
                .bind("ring", Ring.class)
                .bind("grid", Grid.class)
                .bind("gaussian", Gaussian.class)
                .bind("gaussian-mixture", GaussianMixture.class)
                .bind("swiss-roll", SwissRoll.class)
                .bind("two-moons", TwoMoons.class)
                .bind("fixed-sample", FixedSample.class)
                .bind("stroke-digits", StrokeDigits.class)
                .bind("mnist", Mnist.class)
                .bind("stacked-mnist", StackedMnist.class)
                .bind("npz", Npz.class);
    }
}
