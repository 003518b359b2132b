package org.gan4j.experiments.bench.peer;

/**
 * How long a process measures, and how long it works before it does.
 *
 * @param seconds of the measurement
 * @param warmUp seconds before it
 */
record Effort(double seconds, double warmUp) {}
