package org.gan4j.core.gan.finite;

/**
 * Result of a search for the lowest value.
 *
 * @param scores the minimiser; infinite entries where the value only falls towards a limit there
 * @param representatives as {@code scores}, but with finite ones, at which the limit is reached within rounding, for the
 *     infinite
 * @param kinks whether the entry stands at a kink, where the slope changes its sign with a jump
 * @param bounded whether there is a lowest value or a limit at all
 */
@SuppressWarnings("ArrayRecordComponent") // read entry by entry, never compared
record Minimum(double[] scores, double[] representatives, boolean[] kinks, boolean bounded) {}
