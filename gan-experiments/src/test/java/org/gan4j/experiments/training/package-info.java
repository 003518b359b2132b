/** Tests of training jobs and their files. */
@NullMarked
package org.gan4j.experiments.training;

import org.jspecify.annotations.NullMarked;
