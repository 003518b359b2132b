/** The launcher {@code gan} run as a process, and the environment that tests run in. Read {@link LauncherTest} first. */
@NullMarked
package org.gan4j.experiments.launch;

import org.jspecify.annotations.NullMarked;
