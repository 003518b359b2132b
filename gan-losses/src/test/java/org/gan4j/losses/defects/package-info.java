/**
 * Losses with the defects that have shipped in well-known code, and the checks that find them.
 *
 * <p>Read first: {@link org.gan4j.losses.defects.KnownDefects}, the list of what has shipped, and
 * {@link org.gan4j.losses.defects.BrokenLossesTest}.
 */
@NullMarked
package org.gan4j.losses.defects;

import org.jspecify.annotations.NullMarked;
