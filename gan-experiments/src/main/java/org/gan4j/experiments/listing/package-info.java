/**
 * Listings of runs on disk: what each was configured with, how it stands and what was measured, and filters on these.
 *
 * <p>Read first: {@link org.gan4j.experiments.listing.ListedRun} and {@link org.gan4j.experiments.listing.RunFilter}.
 */
@NullMarked
package org.gan4j.experiments.listing;

import org.jspecify.annotations.NullMarked;
