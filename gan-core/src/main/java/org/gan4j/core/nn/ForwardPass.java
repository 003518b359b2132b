package org.gan4j.core.nn;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A pass that collects the proposed values of buffers, to be committed with {@link Buffers#updated}. */
public final class ForwardPass implements Pass {
    private final PassMode mode;
    private final long step;
    private final RandomStream random;
    private final Buffers buffers;
    private final String prefix;
    private final boolean updating;
    private final Optional<Tensor> labels;
    private final TreeMap<String, Tensor> updates;

    private ForwardPass(ForwardPass from, RandomStream random, String prefix, boolean updating) {
        this(from, random, prefix, updating, from.labels);
    }

    private ForwardPass(
            ForwardPass from, RandomStream random, String prefix, boolean updating, Optional<Tensor> labels) {
        this.mode = from.mode;
        this.step = from.step;
        this.random = random;
        this.buffers = from.buffers;
        this.prefix = prefix;
        this.updating = updating;
        this.labels = labels;
        this.updates = from.updates;
    }

    private ForwardPass(PassMode mode, long step, RandomStream random, Buffers buffers) {
        this.mode = mode;
        this.step = step;
        this.random = random;
        this.buffers = buffers;
        this.prefix = "";
        this.updating = mode == PassMode.TRAINING;
        this.labels = Optional.empty();
        this.updates = new TreeMap<>();
    }

    /** Returns a pass of training step {@code step}, counted from 0. */
    public static ForwardPass training(long step, RandomStream random, Buffers buffers) {
        return new ForwardPass(PassMode.TRAINING, step, random, buffers);
    }

    /** Returns a pass that evaluates a network after {@code step} training steps. */
    public static ForwardPass evaluation(long step, RandomStream random, Buffers buffers) {
        return new ForwardPass(PassMode.EVALUATION, step, random, buffers);
    }

    @Override
    public PassMode mode() {
        return mode;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public RandomStream random() {
        return random;
    }

    @Override
    public Optional<Tensor> labels() {
        return labels;
    }

    @Override
    public Tensor buffer(String name) {
        Tensor updated = updates.get(prefix + name);
        return updated != null ? updated : buffers.get(prefix + name);
    }

    @Override
    public void update(String name, Tensor value) {
        buffers.get(prefix + name);
        if (updating) {
            updates.put(prefix + name, value.detach());
        }
    }

    @Override
    public boolean awaitsUpdate(String name) {
        return updating && !updates.containsKey(prefix + name);
    }

    @Override
    public ForwardPass withoutUpdates() {
        return new ForwardPass(this, random, prefix, false);
    }

    @Override
    public ForwardPass at(String name) {
        return new ForwardPass(this, random.split(name), prefix + name + ".", updating);
    }

    @Override
    public ForwardPass withRandom(RandomStream other) {
        return new ForwardPass(this, other, prefix, updating);
    }

    @Override
    public ForwardPass withLabels(Optional<Tensor> others) {
        return new ForwardPass(this, random, prefix, updating, others);
    }

    /** Returns the latest proposed value of each buffer that was updated, without history. */
    public SortedMap<String, Tensor> updates() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(updates));
    }
}
