/**
 * Command line: the program, its subcommands in a file each, and what is bound for them.
 *
 * <p>Read first: {@link org.gan4j.experiments.cli.Main}, {@link org.gan4j.experiments.cli.GanCommand} and
 * {@code RunCommand}.
 */
@NullMarked
package org.gan4j.experiments.cli;

import org.jspecify.annotations.NullMarked;
