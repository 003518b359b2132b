package org.gan4j.experiments.store;

/**
 * What a run is made from, besides its configuration.
 *
 * @param dataset the name of the data set
 * @param datasetSha256 the SHA-256 of its data
 * @param seed from which all randomness comes
 */
public record RunInputs(String dataset, String datasetSha256, long seed) {}
