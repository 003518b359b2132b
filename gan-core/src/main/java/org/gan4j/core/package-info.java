/** Tensors, derivatives, random streams, networks, optimizers, data and games. */
@NullMarked
package org.gan4j.core;

import org.jspecify.annotations.NullMarked;
