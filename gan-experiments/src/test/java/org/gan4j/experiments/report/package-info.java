/** Tests of pages and of the event file: what is written is read back by parsers that know nothing of the writer. */
@NullMarked
package org.gan4j.experiments.report;

import org.jspecify.annotations.NullMarked;
