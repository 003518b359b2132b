package org.gan4j.experiments.training;

import java.util.Optional;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Split;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Which labels a trained conditional generator is asked for: those that its game chooses beside random training rows.
 *
 * @param choice the game's
 * @param train the training rows
 * @param classes how many classes the data have
 */
public record RequestedLabels(LabelSampler choice, Split train, int classes) {
    private static final int BLOCK = 1000;

    /** Returns how a game trained on these data asks for labels; empty if it does not. */
    static Optional<RequestedLabels> of(GenerativeGame game, Dataset data) {
        return game.labels()
                .map(choice ->
                        new RequestedLabels(choice, data.train(), data.spec().classes()));
    }

    /** Draws class numbers as in training. */
    float[] draw(int count, RandomStream random) {
        float[] labels = new float[count];
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            RandomStream own = random.split(from / BLOCK);
            try (Scope scope = Scope.open()) {
                int[] rows = own.split("rows").integers(size, train.size());
                Tensor data = train.rows(rows).labels().orElseThrow();
                float[] part = choice.labels(data, own.split("labels")).toFloats();
                System.arraycopy(part, 0, labels, from, size);
            }
        }
        return labels;
    }

    /** Returns the labels of so many samples, the first classes first and as many of each as can be: 0, 0, ..., 1, 1, ... */
    public Tensor inOrder(int count) {
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            long label = (long) i * classes / count;
            labels[i] = label;
        }
        return Tensor.of(Shape.of(count), labels);
    }
}
