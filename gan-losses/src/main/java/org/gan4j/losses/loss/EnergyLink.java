package org.gan4j.losses.loss;

import org.gan4j.core.tensor.Tensor;

/** Link from a score to the energy of its sample; low energy = real. */
public enum EnergyLink {
    /** e(s) = softplus(-s) = log(1 + exp(-s)), above 0 for every score: for a network with a free score. */
    SOFTPLUS {
        @Override
        Tensor energy(Tensor score) {
            return score.negate().softplus();
        }

        @Override
        double score(double energy) {
            return -energy - Math.log(-Math.expm1(-energy));
        }
    },

    /** e(s) = -s: for an autoencoder, whose score is minus its reconstruction error and never exceeds 0. */
    IDENTITY {
        @Override
        Tensor energy(Tensor score) {
            return score.negate();
        }

        @Override
        double score(double energy) {
            return -energy;
        }
    };

    abstract Tensor energy(Tensor score);

    /** Returns the score that has an energy above 0. */
    abstract double score(double energy);
}
