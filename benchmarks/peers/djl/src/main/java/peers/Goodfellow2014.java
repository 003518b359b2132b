package peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;
import java.util.Map;

/**
 * Case a. A loss cannot be differentiated with respect to some leaves only, so the discriminator scores the fake samples twice:
 * once as constants for its own loss and once frozen for the generator's. That is three products more than the
 * others do, and saves twice as many.
 */
final class Goodfellow2014 implements PeerCase {
    private static final int BATCH = 100;
    private static final int UNITS = 240;
    private static final int PIECES = 5;

    private final NDManager manager;
    private final Player g;
    private final Player d;
    private final Layers.Batches batches;

    Goodfellow2014(NDManager manager) {
        this.manager = manager;
        g = new Player(manager, "g", momentum())
                .uniform(0.05, 1200, 100)
                .zeros(1200)
                .uniform(0.05, 1200, 1200)
                .zeros(1200)
                .uniform(0.05, 784, 1200)
                .zeros(784);
        d = new Player(manager, "d", momentum())
                .uniform(0.005, UNITS * PIECES, 784)
                .zeros(UNITS * PIECES)
                .uniform(0.005, UNITS * PIECES, UNITS)
                .zeros(UNITS * PIECES)
                .uniform(0.005, 1, UNITS)
                .zeros(1);
        batches = new Layers.Batches(manager, BATCH);
    }

    private static Optimizer momentum() {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(0.1f))
                .optMomentum(0.5f)
                .build();
    }

    @Override
    public void step() {
        try (NDManager step = manager.newSubManager()) {
            List<NDArray> gs = g.learning(step);
            List<NDArray> ds = d.learning(step);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray real = batches.next(step);
                NDArray fake = generate(gs, Layers.uniform(step, Math.sqrt(3), BATCH, 100));
                NDArray scoresOfReal = score(ds, real);
                NDArray scoresOfFake = score(ds, fake.stopGradient());
                collector.backward(Layers.meanSoftplus(scoresOfReal, -1)
                        .add(Layers.meanSoftplus(scoresOfFake, 1))
                        .mul(0.5f));
                collector.backward(Layers.meanSoftplus(score(d.frozen(), fake), -1));
            }
            d.update(ds);
            g.update(gs);
        }
    }

    private static NDArray generate(List<NDArray> p, NDArray z) {
        NDArray first = Activation.relu(Layers.linear(z, p.get(0), p.get(1)));
        NDArray second = Activation.relu(Layers.linear(first, p.get(2), p.get(3)));
        return Activation.sigmoid(Layers.linear(second, p.get(4), p.get(5)));
    }

    private static NDArray score(List<NDArray> p, NDArray x) {
        NDArray first = maxout(Layers.linear(Layers.dropout(x, 0.2), p.get(0), p.get(1)));
        NDArray second = maxout(Layers.linear(Layers.dropout(first, 0.5), p.get(2), p.get(3)));
        return Layers.linear(Layers.dropout(second, 0.5), p.get(4), p.get(5));
    }

    private static NDArray maxout(NDArray x) {
        return x.reshape(BATCH, PIECES, UNITS).max(new int[] {1});
    }

    @Override
    public Map<String, Long> parameters() {
        return Map.of("d", d.count(), "g", g.count());
    }
}
