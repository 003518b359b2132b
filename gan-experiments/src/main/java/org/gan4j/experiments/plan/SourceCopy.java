package org.gan4j.experiments.plan;

/**
 * Copy of an experiment's only source file, with which its plan can be run where the file is not.
 *
 * @param name of the file, such as {@code MyExperiment.java}
 * @param text of the file
 */
public record SourceCopy(String name, String text) {
    /** Checks that the name is that of a source file, without a directory. */
    public SourceCopy {
        if (!name.matches("[A-Za-z_$][A-Za-z0-9_$]*\\.java")) {
            throw new IllegalArgumentException("name must be that of a Java source file, but is \"" + name + "\"");
        }
    }
}
