package org.gan4j.experiments.job;

/**
 * A file that an experiment leaves beside its table.
 *
 * @param fileName the name in the experiment's directory, such as {@code samples.png}
 * @param content the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file on their way to the disk; never compared
public record Artifact(String fileName, byte[] content) {
    /** Checks that the name has no directory in it. */
    public Artifact {
        if (fileName.isEmpty() || fileName.contains("/") || fileName.contains("\\")) {
            throw new IllegalArgumentException("an artifact's name is a plain file name, not \"" + fileName + "\"");
        }
    }
}
