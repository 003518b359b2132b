/**
 * Configuration texts as trees: YAML and JSON nodes with their places, overrides, and problems that name file and line.
 *
 * <p>Read first: {@link org.gan4j.core.config.tree.Node}, {@link org.gan4j.core.config.tree.TreeReader} and
 * {@link org.gan4j.core.config.tree.Problems}.
 */
@NullMarked
package org.gan4j.core.config.tree;

import org.jspecify.annotations.NullMarked;
