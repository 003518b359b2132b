/** What the build promises about its own shape: modules, packages, names and the sources of chance. Read {@link ModulesTest} first. */
@NullMarked
package org.gan4j.experiments.architecture;

import org.jspecify.annotations.NullMarked;
