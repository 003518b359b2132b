package org.gan4j.experiments.cli;

import org.gan4j.experiments.run.ResumePolicy;
import picocli.CommandLine.Option;

/** The options that say what to do with a run that is there already. */
final class Policy {
    @Option(names = "--rerun", description = "throw away what is there and run again")
    boolean rerun;

    @Option(names = "--accept", description = "use what is there although the code has changed since")
    boolean accept;

    ResumePolicy chosen() {
        return new ResumePolicy(rerun, accept);
    }
}
