/**
 * Experiments that come with the framework, a class each: {@link org.gan4j.experiments.paper.Quickstart}, one per
 * reproduced table or figure of a paper, and {@link org.gan4j.experiments.paper.MultiSeedTraining} for a configuration of one's
 * own. Read {@link org.gan4j.experiments.paper.Quickstart} first.
 */
@NullMarked
package org.gan4j.experiments.paper;

import org.jspecify.annotations.NullMarked;
