/**
 * The command line as a user meets it: {@link org.gan4j.experiments.cli.Desk} gives a command and holds what it printed;
 * the tests hold every message about bad input word by word.
 */
@NullMarked
package org.gan4j.experiments.cli;

import org.jspecify.annotations.NullMarked;
