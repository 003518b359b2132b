package org.gan4j.core.optim;

import java.util.Map;
import java.util.TreeMap;

/** Optimizers with every option, by a name that says which, with settings under which they minimise Rosenbrock's function. */
final class OptimizerCases {
    private OptimizerCases() {}

    static Map<String, Optimizer> all() {
        TreeMap<String, Optimizer> cases = new TreeMap<>();
        Schedule falling = new GeometricSchedule(0.02, 0.9995, 1e-5);
        cases.put("sgd", Sgd.of(1e-3));
        for (Sgd.Form form : Sgd.Form.values()) {
            cases.put("sgd " + form, new Sgd(Schedule.constant(5e-4), new LinearSchedule(0.5, 0.9, 0, 99), form));
        }
        for (RmsProp.Placement placement : RmsProp.Placement.values()) {
            cases.put("rmsprop " + placement, new RmsProp(falling, 0.9, 1e-6, placement, false));
            cases.put("rmsprop centred " + placement, new RmsProp(falling, 0.9, 1e-2, placement, true));
        }
        for (Adam.Placement placement : Adam.Placement.values()) {
            cases.put("adam " + placement, new Adam(falling, 0.9, 0.999, 1e-6, placement, false));
            cases.put("amsgrad " + placement, new Adam(Schedule.constant(0.02), 0.9, 0.999, 1e-6, placement, true));
        }
        cases.put("adam without momentum", new Adam(falling, 0, 0.99, 1e-6, Adam.Placement.OUTSIDE, false));
        cases.put("clipped weights", new ClippedWeights(Adam.of(0.01, 0.9, 0.999), 1.25));
        cases.put(
                "clipped gradient",
                new ClippedGradient(new Sgd(Schedule.constant(2e-3), Schedule.constant(0.5), Sgd.Form.HEAVY_BALL), 5));
        cases.put("max column norm", new MaxColumnNorm(Adam.of(0.01, 0.9, 0.999), 1.1));
        for (WeightDecay.Form form : WeightDecay.Form.values()) {
            cases.put(
                    "weight decay " + form, new WeightDecay(Adam.of(0.01, 0.9, 0.999), Schedule.constant(1e-7), form));
        }
        return cases;
    }
}
