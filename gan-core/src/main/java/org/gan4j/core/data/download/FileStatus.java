package org.gan4j.core.data.download;

import java.nio.file.Path;

/**
 * What was found of one file of a data set.
 *
 * @param dataset the name of the data set
 * @param file the name of the file
 * @param path where it is, or where it belongs
 * @param state what was found
 * @param detail one sentence: what it is, or what is wrong and how to mend it
 */
public record FileStatus(String dataset, String file, Path path, State state, String detail) {

    /** What was found. */
    public enum State {
        /** It is there with the right content. */
        INTACT,
        /** It is there; its content has not been looked at. */
        PRESENT,
        /** It is there with another content. */
        WRONG,
        /** It is not there, but a part of it has been fetched. */
        PARTIAL,
        /** It is not there. */
        MISSING
    }

    /** Tells whether the file is there and not known to be wrong. */
    public boolean usable() {
        return state == State.INTACT || state == State.PRESENT;
    }
}
