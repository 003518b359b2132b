package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.gan.LossProperties;

/** What leaves a loss unchanged, in sentences. */
final class Symmetries {
    private Symmetries() {}

    static List<String> of(LossProperties.Symmetry symmetry) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                symmetry.paired()
                        ? "real sample i is compared with fake sample i: only one order of both sides changes nothing"
                        : "the order of samples on either side changes nothing");
        if (symmetry.shiftInvariant()) {
            sentences.add("adding one number to all scores changes nothing");
        }
        symmetry.degree()
                .ifPresent(degree -> sentences.add("scaling all scores by c > 0 scales both losses by "
                        + (degree == 1 ? "c" : "c^" + CardNumber.of(degree))));
        symmetry.fixedPoint()
                .ifPresent(score -> sentences.add("at p = q, a score of " + CardNumber.of(score)
                        + " everywhere leaves the discriminator nothing to gain"));
        return sentences;
    }
}
