/**
 * Result tables: published numbers beside ours, each plus-minus with its kind, as Markdown, CSV and LaTeX.
 *
 * <p>Read first: {@link org.gan4j.experiments.table.ResultTable} and {@link org.gan4j.experiments.table.Cell}, then
 * {@link org.gan4j.experiments.table.TableFormat}, which writes them out.
 */
@NullMarked
package org.gan4j.experiments.table;

import org.jspecify.annotations.NullMarked;
