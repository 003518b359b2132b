/** How other frameworks are run and reported, with programs that only pretend to be one. */
@NullMarked
package org.gan4j.experiments.bench.peer;

import org.jspecify.annotations.NullMarked;
