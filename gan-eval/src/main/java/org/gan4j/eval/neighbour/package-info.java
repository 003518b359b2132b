/**
 * Samples judged by their nearest neighbours among others, without a trained network: whether they are of the class that was
 * asked for, which classes they are of, how far they are from what was trained on.
 *
 * <p>Read {@link org.gan4j.eval.neighbour.NearestNeighbourClassifier} first, then {@link
 * org.gan4j.eval.neighbour.LabelAgreement}.
 */
@NullMarked
package org.gan4j.eval.neighbour;

import org.jspecify.annotations.NullMarked;
