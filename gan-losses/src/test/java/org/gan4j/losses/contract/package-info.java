/**
 * What every loss must satisfy, as tests that a loss of one's own can be put through as well.
 *
 * <p>Read first: {@link org.gan4j.losses.contract.LossContract}, which a test class implements, and
 * {@link org.gan4j.losses.contract.LossChecks}, the list of checks.
 */
@NullMarked
package org.gan4j.losses.contract;

import org.jspecify.annotations.NullMarked;
