package org.gan4j.core.data;

import org.gan4j.core.config.Family;

/**
 * The choice of a data set, a strategy: its components are the settings, and opening it reads files or draws.
 *
 * <p>A researcher's own distribution implements {@code synthetic.Distribution}, which is this and needs one method
 * that draws; own files implement this and return a {@link Dataset}, for which {@link ArraySplit} holds the rows.
 */
@Family("datasets")
@FunctionalInterface
public interface DataSource {

    /**
     * Opens the data; nothing is downloaded.
     *
     * @param directory where files are; not read by data that are drawn
     * @throws org.gan4j.core.io.UserError if a file is missing or wrong, saying which file to put where
     */
    Dataset open(DataDirectory directory);

    /** Tells whether there are no data at all, as for games that need none. */
    default boolean isNone() {
        return false;
    }
}
