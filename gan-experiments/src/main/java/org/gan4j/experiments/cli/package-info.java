/**
 * The command line: {@link org.gan4j.experiments.cli.Main} starts {@link org.gan4j.experiments.cli.GanCommand}, whose
 * subcommands stand in a file each.
 */
@NullMarked
package org.gan4j.experiments.cli;

import org.jspecify.annotations.NullMarked;
