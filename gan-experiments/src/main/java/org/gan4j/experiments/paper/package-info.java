/**
 * Experiments that come with the framework, a class each: one per reproduced table or figure of a paper, and one for
 * a configuration of one's own.
 *
 * <p>Read first: {@link org.gan4j.experiments.paper.Quickstart} and
 * {@link org.gan4j.experiments.paper.MultiSeedTraining}.
 */
@NullMarked
package org.gan4j.experiments.paper;

import org.jspecify.annotations.NullMarked;
