package org.gan4j.eval.contract;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.TestData;
import org.gan4j.eval.coverage.Modes;
import org.gan4j.eval.density.ExactLogLikelihood;
import org.gan4j.eval.density.Parzen;
import org.gan4j.eval.neighbour.LabelAgreement;
import org.gan4j.eval.neighbour.NearestNeighbourError;
import org.gan4j.eval.neighbour.NearestTrainingRows;

/** What each named evaluator can be used on. */
final class ExpectedEvaluators {
    private static final int CLASSES = 5;
    private static final Dataset RING = Ring.DEFAULTS.open(new DataDirectory(Path.of("unused")));

    private ExpectedEvaluators() {}

    static SortedMap<String, EvaluatorCase> rows() {
        SortedMap<String, EvaluatorCase> rows = new TreeMap<>();
        add(rows, "exact-log-likelihood", new ExactLogLikelihood(1500));
        add(rows, "modes", new Modes(1200, 3));
        add(rows, "parzen", new Parzen(300, 100, 200, Optional.empty()));
        addLabelled(rows, "label-agreement", new LabelAgreement(300, 1000), 1.5);
        addLabelled(rows, "nearest-neighbour-error", new NearestNeighbourError(300, 300), 1.5);
        addLabelled(rows, "nearest-training-rows", new NearestTrainingRows(300, 1000), 0.2);
        return rows;
    }

    private static void add(SortedMap<String, EvaluatorCase> rows, String name, Evaluator evaluator) {
        Sampler perfect = (count, random) -> RING.batches(count, random).batch(0);
        rows.put(name, new EvaluatorCase(name, evaluator, RING, perfect, 0.01));
    }

    private static void addLabelled(
            SortedMap<String, EvaluatorCase> rows, String name, Evaluator evaluator, double deviation) {
        Dataset clusters = TestData.clusters(1000, 500, CLASSES, deviation);
        rows.put(name, new EvaluatorCase(name, evaluator, clusters, TestData.perfect(CLASSES, deviation), 0.05));
    }
}
