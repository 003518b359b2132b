package org.gan4j.experiments.card;

import java.util.List;

/** A small configuration that runs: two networks, usually on the ring, with what a loss or a penalty needs beside it. */
public final class MinimalRun {
    private static final String ADAM = "{type: adam, rate: 1e-3, beta1: 0.5}";
    private static final String CLIPPED = "{type: clipped-weights, optimizer: " + ADAM + ", bound: 0.1}";

    private MinimalRun() {}

    /**
     * Returns a configuration with a loss and, where the loss needs a bound on the discriminator's slope, the first of its
     * usual penalties that can be named, else clipped weights.
     *
     * @param loss the loss as YAML: a name, or a mapping on lines of its own
     * @param card what the loss needs
     * @param penalties the names of all penalties
     */
    public static String ofLoss(String loss, LossCard card, List<String> penalties) {
        List<String> usual =
                card.penalties().stream().filter(penalties::contains).toList();
        if (!card.needsLipschitz()) {
            return onRing(loss, "", ADAM);
        }
        return usual.isEmpty() ? onRing(loss, "", CLIPPED) : onRing(loss, usual.get(0), ADAM);
    }

    /**
     * Returns a configuration with a penalty: on points of the plane if it can be taken there, else on images.
     *
     * @param penalty the penalty as YAML: a name, or a mapping on lines of its own
     * @param loss the name of the loss it is added to
     */
    public static String ofPenalty(String penalty, PenaltyCard card, String loss) {
        return card.values().isEmpty() ? yaml("stroke-digits", loss, penalty, ADAM) : onRing(loss, penalty, ADAM);
    }

    private static String onRing(String loss, String penalty, String discriminatorOptimizer) {
        return yaml("ring", loss, penalty, discriminatorOptimizer) + "  evaluators: [modes]\n";
    }

    private static String yaml(String data, String loss, String penalty, String discriminatorOptimizer) {
        StringBuilder text = new StringBuilder();
        text.append("type: training\nseeds: [1]\nrun:\n  data: ").append(data);
        text.append("\n  game:\n    type: adversarial\n    generator: mlp\n    discriminator: mlp\n");
        text.append("    loss:").append(value(loss, 6));
        if (!penalty.isEmpty()) {
            text.append("    penalties:\n      added:").append(value(penalty, 8));
        }
        text.append("  optimizers:\n    d: ").append(discriminatorOptimizer);
        text.append("\n    g: ").append(ADAM);
        return text.append("\n  batchSize: 128\n  length: 1000\n").toString();
    }

    private static String value(String yaml, int indentation) {
        String stripped = yaml.strip();
        return stripped.contains("\n") || stripped.contains(": ")
                ? "\n" + stripped.indent(indentation)
                : " " + stripped + "\n";
    }
}
