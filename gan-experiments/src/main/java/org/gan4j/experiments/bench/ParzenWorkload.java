package org.gan4j.experiments.bench;

import java.util.OptionalDouble;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.density.Parzen;

/** Parzen evaluations of a data set whose own training images are the centres. */
final class ParzenWorkload implements Workload {
    private final Parzen parzen;
    private final Dataset dataset;
    private final Tensor centres;
    private OptionalDouble logLikelihood = OptionalDouble.empty();

    ParzenWorkload(Parzen parzen, Dataset dataset) {
        this.parzen = parzen;
        this.dataset = dataset;
        try (Scope scope = Scope.open()) {
            centres = dataset.train().range(0, parzen.samples()).values().persistent();
        }
    }

    @Override
    public Timing work(double seconds) {
        long evaluations = 0;
        long start = System.nanoTime();
        long end = start;
        while (evaluations == 0 || end - start < 1e9 * seconds) {
            try (Scope scope = Scope.open()) {
                logLikelihood =
                        OptionalDouble.of(parzen.score(centres, dataset).get(0).value());
            }
            evaluations++;
            end = System.nanoTime();
        }
        return new Timing(evaluations, 1e-9 * (end - start));
    }

    @Override
    public OptionalDouble value() {
        return logLikelihood;
    }
}
