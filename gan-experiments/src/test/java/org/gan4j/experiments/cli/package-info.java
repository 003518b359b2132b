/** The command line as a user meets it. */
@NullMarked
package org.gan4j.experiments.cli;

import org.jspecify.annotations.NullMarked;
