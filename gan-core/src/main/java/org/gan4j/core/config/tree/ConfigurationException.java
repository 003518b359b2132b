package org.gan4j.core.config.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/** A configuration that cannot be used, with all its problems at once. */
public final class ConfigurationException extends UserError {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Makes an exception; there is at least one problem. */
    public ConfigurationException(List<Problem> problems) {
        super(ExitCode.CONFIGURATION, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems is empty");
        }
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
    }

    /** Returns the problems in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
