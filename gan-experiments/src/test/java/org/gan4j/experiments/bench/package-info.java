/** What {@code gan bench} counts and how it is put together; nothing here depends on how fast a machine is. */
@NullMarked
package org.gan4j.experiments.bench;

import org.jspecify.annotations.NullMarked;
