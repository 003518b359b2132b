package org.gan4j.core.data.download;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files of one data set.
 *
 * @param name the name, which is also its folder in the data directory
 * @param description one line: what the data are and whose
 * @param files the files, at least one
 */
public record CataloguedDataset(String name, String description, List<CataloguedFile> files) {

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if the name is no plain folder name, or there are no files
     */
    public CataloguedDataset {
        files = Collections.unmodifiableList(new ArrayList<>(files));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "name must be a plain folder name of letters, digits, '.', '_' and '-', got '" + name + "'");
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("data set '" + name + "' needs at least one file");
        }
    }
}
