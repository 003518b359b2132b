package org.gan4j.experiments.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.Sha256;
import org.gan4j.experiments.store.CodeFingerprint;

/**
 * Code that runs experiments in this process.
 *
 * @param fingerprint digests of all classes that can change a result
 * @param modules class names of the modules beside the framework's own
 * @param source the experiment's only source file, if it is in one
 */
public record RunningCode(CodeFingerprint fingerprint, List<String> modules, Optional<SourceCopy> source) {
    /** Keeps the order of the modules. */
    public RunningCode {
        modules = Collections.unmodifiableList(modules);
    }

    /** Returns code without modules of one's own. */
    public static RunningCode of(CodeFingerprint fingerprint) {
        return new RunningCode(fingerprint, List.of(), Optional.empty());
    }

    /** Returns the SHA-256 of all the fingerprint's digests. */
    public String sha256() {
        return Sha256.of(Json.canonical(fingerprint));
    }
}
