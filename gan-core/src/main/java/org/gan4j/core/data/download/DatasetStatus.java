package org.gan4j.core.data.download;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found of a data set.
 *
 * @param name the name
 * @param description one line on what it is
 * @param folder where its files are or belong
 * @param files what was found of each file, in the order of the catalogue
 */
public record DatasetStatus(String name, String description, Path folder, List<FileStatus> files) {

    /** Tells whether every file is there and none is known to be wrong. */
    public boolean complete() {
        return files.stream().allMatch(FileStatus::usable);
    }
}
