package org.gan4j.experiments.store;

import java.util.List;
import java.util.Optional;

/**
 * What a run is made from, besides its configuration.
 *
 * @param dataset the name of the data set
 * @param datasetSha256 the SHA-256 of its data
 * @param seed from which all randomness comes
 * @param weights those of another run from which it started, if it did
 */
public record RunInputs(String dataset, String datasetSha256, long seed, Optional<Weights> weights) {
    /**
     * Weights of another run.
     *
     * @param run where that run was found
     * @param state which of its states
     * @param players whose weights they are
     * @param sha256 the digest of the weights
     */
    public record Weights(String run, String state, List<String> players, String sha256) {
        /** Returns these in words, such as "last of [g], runs/ring/minimax-ring-s1-0123abcd". */
        public String words() {
            return state + " of " + players + ", " + run;
        }
    }

    /** Returns the inputs of a run whose weights all come from its seed. */
    public static RunInputs of(String dataset, String datasetSha256, long seed) {
        return new RunInputs(dataset, datasetSha256, seed, Optional.empty());
    }
}
