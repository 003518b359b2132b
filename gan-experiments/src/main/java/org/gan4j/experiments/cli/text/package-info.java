/**
 * Texts of the command line: columns, cards, the types and the meaning of settings, and what is said of unknown names.
 *
 * <p>Read first: {@link org.gan4j.experiments.cli.text.Output}, {@link org.gan4j.experiments.cli.text.Columns} and
 * {@link org.gan4j.experiments.cli.text.Families}.
 */
@NullMarked
package org.gan4j.experiments.cli.text;

import org.jspecify.annotations.NullMarked;
