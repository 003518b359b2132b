/** Tests of runs: what they leave behind, and how they go on. */
@NullMarked
package org.gan4j.experiments.run;

import org.jspecify.annotations.NullMarked;
