/**
 * Nearest-neighbour measures, without a trained network: whether samples are of the class requested, which classes
 * they are of, how far they are from the training data.
 *
 * <p>Read first: {@link org.gan4j.eval.neighbour.NearestNeighbourClassifier} and
 * {@link org.gan4j.eval.neighbour.LabelAgreement}.
 */
@NullMarked
package org.gan4j.eval.neighbour;

import org.jspecify.annotations.NullMarked;
