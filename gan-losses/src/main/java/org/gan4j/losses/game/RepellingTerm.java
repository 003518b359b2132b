package org.gan4j.losses.game;

import org.gan4j.core.distance.Pairs;
import org.gan4j.core.tensor.Tensor;

/**
 * Pulling-away term: the mean squared cosine between the codes of different samples.
 *
 * <p>PT(S) = 1 / (N (N - 1)) sum_{i != j} (S_i . S_j / (|S_i| |S_j|))^2, from 0, all codes orthogonal, to 1, all codes on
 * one line. A code of length 0 is orthogonal to every other.
 *
 * @see <a href="https://arxiv.org/abs/1609.03126">Zhao, Mathieu and LeCun, Energy-based GAN, 2017, section 2.4</a>
 */
final class RepellingTerm {
    private RepellingTerm() {}

    /**
     * Returns the term, a scalar.
     *
     * @param codes shape [N, ...], N at least 2
     * @throws IllegalArgumentException if there is one code only: it has no other to be repelled by
     */
    static Tensor of(Tensor codes) {
        int count = codes.shape().dim(0);
        requireCodes(count);
        Tensor rows = Pairs.rows(codes);
        Tensor lengths = rows.norm(1).reshape(count, 1);
        Tensor one = Tensor.ones(lengths.dtype(), lengths.shape());
        Tensor directions = rows.dividedBy(Tensor.where(lengths.greaterThan(0), lengths, one));
        Tensor cosines = directions.matmul(directions, false, true);
        return Pairs.sumOfDistinct(cosines.square()).dividedBy((double) count * (count - 1));
    }

    static void requireCodes(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("the repelling term compares the codes of a batch, but a batch has "
                    + count + "; take a larger batchSize or repelling: 0");
        }
    }
}
