package org.gan4j.experiments.job;

import java.util.Optional;

/** Results of a run that may have ended because a value became infinite or undefined. */
public interface MayDiverge {
    /** Returns what was not finite and at which step, or empty if the run was completed. */
    Optional<String> divergence();
}
