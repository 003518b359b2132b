package org.gan4j.core.data.download;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that can be fetched.
 *
 * @param name the name of the file in its data set's folder, without directories
 * @param size the length in bytes
 * @param sha256 the SHA-256 of the file as its sources publish it, 64 hexadecimal digits
 * @param contentSha256 for a gzip file, the SHA-256 of what it holds: a copy that is compressed otherwise, or not at all,
 *     is the same data
 * @param sources http or https addresses, tried in this order
 */
public record CataloguedFile(
        String name, long size, String sha256, Optional<String> contentSha256, List<String> sources) {

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if the name leads out of the folder, the size is not positive, a checksum is no
     *     SHA-256 or a source is no http or https address
     */
    public CataloguedFile {
        sources = Collections.unmodifiableList(new ArrayList<>(sources));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "name must be a plain file name of letters, digits, '.', '_' and '-', got '" + name + "'");
        }
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1 byte, got " + size);
        }
        sha256 = checksum("sha256", sha256);
        contentSha256 = contentSha256.map(digits -> checksum("contentSha256", digits));
        sources.forEach(CataloguedFile::checkSource);
    }

    private static String checksum(String component, String digits) {
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(component + " must be 64 hexadecimal digits, got '" + digits + "'");
        }
        return digits.toLowerCase(Locale.ROOT);
    }

    private static void checkSource(String source) {
        String scheme;
        try {
            URI address = URI.create(source);
            scheme = address.getHost() == null ? "" : String.valueOf(address.getScheme());
        } catch (IllegalArgumentException e) {
            scheme = "";
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("a source must be an http or https address, got '" + source + "'");
        }
    }
}
