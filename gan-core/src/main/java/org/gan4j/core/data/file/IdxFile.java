package org.gan4j.core.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;

/**
 * A strict reader of IDX files of unsigned bytes, plain or compressed with gzip.
 *
 * <p>The format, big-endian: two zero bytes, the element type (0x08 for unsigned bytes), the number of axes, one 32-bit
 * length per axis, the elements. Anything else is an error that names the file, the offset and what was expected there.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 0x08;

    private final Path path;
    private final boolean compressed;
    private final byte[] content;

    private IdxFile(Path path, boolean compressed, byte[] content) {
        this.path = path;
        this.compressed = compressed;
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @param axes the number of axes it must have: 3 for images, 1 for labels
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} if it is missing or not such a file
     */
    static IdxArray read(Path path, int axes) {
        byte[] raw;
        try {
            raw = Files.readAllBytes(path);
        } catch (IOException e) {
            throw InputErrors.cannotRead(path, ExitCode.DATA, e);
        }
        boolean compressed = GzipFile.isGzip(raw);
        return new IdxFile(path, compressed, compressed ? GzipFile.unpack(path, raw) : raw).parse(axes);
    }

    private IdxArray parse(int axes) {
        int header = 4 + 4 * axes;
        int magic = (UNSIGNED_BYTE << 8) | axes;
        if (content.length < 4) {
            throw wrong(content.length, "the file ends where the magic number 0x" + hex(magic) + " is expected");
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int found = buffer.getInt();
        if (found != magic) {
            throw wrong(
                    0,
                    "expected the magic number 0x" + hex(magic) + " (unsigned bytes with " + axes
                            + (axes == 1 ? " axis" : " axes") + "), found 0x" + hex(found));
        }
        if (content.length < header) {
            throw wrong(content.length, "the file ends in its header, which has " + header + " bytes");
        }
        int[] dims = new int[axes];
        long size = 1;
        for (int axis = 0; axis < axes; axis++) {
            dims[axis] = buffer.getInt();
            if (dims[axis] < 1) {
                throw wrong(4 + 4L * axis, "the length of axis " + axis + " must be at least 1, found " + dims[axis]);
            }
            size *= dims[axis];
            if (size > Integer.MAX_VALUE - header) {
                throw wrong(4 + 4L * axis, "the lengths of the axes ask for more than 2 GB");
            }
        }
        checkLength(header, (int) size, dims);
        return new IdxArray(dims, Arrays.copyOfRange(content, header, content.length), Sha256.of(content));
    }

    private void checkLength(int header, int size, int[] dims) {
        String expectation =
                "its header announces " + Arrays.toString(dims) + ", which is " + (header + size) + " bytes in all";
        if (content.length < header + size) {
            throw wrong(content.length, "the file is cut off: " + expectation);
        }
        if (content.length > header + size) {
            throw wrong(header + (long) size, (content.length - header - size) + " bytes too many: " + expectation);
        }
    }

    private UserError wrong(long offset, String problem) {
        return new UserError(
                ExitCode.DATA,
                "at byte " + offset + (compressed ? " of the uncompressed content" : "") + ", " + problem,
                path.toString(),
                "Replace the file by an intact copy.");
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%08x", value);
    }
}
