/**
 * The examples of the documentation, compiled and run as a reader would. Read {@link DocumentationTest} first: it says how
 * a block is marked.
 */
@NullMarked
package org.gan4j.experiments.readme;

import org.jspecify.annotations.NullMarked;
