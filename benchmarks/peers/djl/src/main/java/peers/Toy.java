package peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import java.util.Map;

/** Case b: discriminator, then generator, each with noise of its own. */
final class Toy implements PeerCase {
    private static final int BATCH = 256;

    private final NDManager manager;
    private final Player g;
    private final Player d;
    private final NDArray centres;

    Toy(NDManager manager) {
        this.manager = manager;
        g = player(manager, "g", 2);
        d = player(manager, "d", 1);
        float[] points = new float[16];
        for (int k = 0; k < 8; k++) {
            points[2 * k] = (float) Math.cos(2 * Math.PI * k / 8);
            points[2 * k + 1] = (float) Math.sin(2 * Math.PI * k / 8);
        }
        centres = manager.create(points, new Shape(8, 2));
    }

    private static Player player(NDManager manager, String name, int outputs) {
        Optimizer adam = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed(1e-3f))
                .optBeta1(0.5f)
                .optBeta2(0.999f)
                .build();
        return new Player(manager, name, adam)
                .normal(1, 128, 2)
                .zeros(128)
                .normal(0.125, 128, 128)
                .zeros(128)
                .normal(0.125, outputs, 128)
                .zeros(outputs);
    }

    @Override
    public void step() {
        try (NDManager step = manager.newSubManager()) {
            NDArray fake = generate(g.frozen(), Layers.normal(step, BATCH, 2));
            List<NDArray> ds = d.learning(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(Layers.meanSoftplus(score(ds, real(step)), -1)
                        .add(Layers.meanSoftplus(score(ds, fake), 1)));
            }
            d.update(ds);
        }
        try (NDManager step = manager.newSubManager()) {
            List<NDArray> gs = g.learning(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray fake = generate(gs, Layers.normal(step, BATCH, 2));
                collector.backward(Layers.meanSoftplus(score(d.frozen(), fake), -1));
            }
            g.update(gs);
        }
    }

    private NDArray real(NDManager step) {
        NDArray modes = step.randomInteger(0, 8, new Shape(BATCH), DataType.INT64);
        return centres.get(step, new NDIndex("{}", modes))
                .add(Layers.normal(step, BATCH, 2).mul(0.01f));
    }

    private static NDArray generate(List<NDArray> p, NDArray z) {
        NDArray first = Activation.relu(Layers.linear(z, p.get(0), p.get(1)));
        NDArray second = Activation.relu(Layers.linear(first, p.get(2), p.get(3)));
        return Layers.linear(second, p.get(4), p.get(5));
    }

    private static NDArray score(List<NDArray> p, NDArray x) {
        NDArray first = Activation.leakyRelu(Layers.linear(x, p.get(0), p.get(1)), 0.2f);
        NDArray second = Activation.leakyRelu(Layers.linear(first, p.get(2), p.get(3)), 0.2f);
        return Layers.linear(second, p.get(4), p.get(5));
    }

    @Override
    public Map<String, Long> parameters() {
        return Map.of("d", d.count(), "g", g.count());
    }
}
