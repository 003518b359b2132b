package org.gan4j.core.data.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * A strict reader of gzip files (RFC 1952), which also refuses bytes after the end.
 *
 * <p>The JDK's own stream ignores such bytes, and says of damage neither where it is nor in which file.
 */
final class GzipFile {
    private static final int TRAILER = 8;
    private static final int HEADER = 10;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final Path path;
    private final byte[] bytes;
    private final ByteArrayOutputStream content;
    private int position;

    private GzipFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.content = new ByteArrayOutputStream(Math.max(32, Math.min(bytes.length, 1 << 28) * 5));
    }

    /** Tells whether bytes begin as a gzip file does. */
    static boolean isGzip(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /**
     * Returns the uncompressed content.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} if the bytes are not gzip members from the first to the last byte
     */
    static byte[] unpack(Path path, byte[] bytes) {
        GzipFile file = new GzipFile(path, bytes);
        do {
            file.member();
        } while (file.position < bytes.length);
        return file.content.toByteArray();
    }

    private void member() {
        int start = position;
        if (bytes.length - start < HEADER) {
            throw wrong(start, start == 0 ? "the file is cut off in the gzip header" : "bytes after the end");
        }
        if (bytes[start] != 0x1f || bytes[start + 1] != (byte) 0x8b || bytes[start + 2] != 8) {
            throw wrong(start, start == 0 ? "not a gzip header" : "bytes after the end that are no gzip data");
        }
        skipHeader(bytes[start + 3]);
        CRC32 checksum = new CRC32();
        long length = inflate(checksum);
        if (bytes.length - position < TRAILER) {
            throw wrong(bytes.length, "the file is cut off in the gzip trailer");
        }
        ByteBuffer trailer = ByteBuffer.wrap(bytes, position, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        if (trailer.getInt() != (int) checksum.getValue() || trailer.getInt() != (int) length) {
            throw wrong(position, "the content does not have the checksum and the length that are stored with it");
        }
        position += TRAILER;
    }

    private void skipHeader(int flags) {
        position += HEADER;
        if ((flags & EXTRA) != 0) {
            need(2);
            int length = (bytes[position] & 0xff) | (bytes[position + 1] & 0xff) << 8;
            need(2 + length);
            position += 2 + length;
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            need(2);
            position += 2;
        }
    }

    private void skipText() {
        do {
            need(1);
        } while (bytes[position++] != 0);
    }

    private void need(int count) {
        if (bytes.length - position < count) {
            throw wrong(bytes.length, "the file is cut off in the gzip header");
        }
    }

    private long inflate(CRC32 checksum) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, position, bytes.length - position);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw wrong(bytes.length, "the file is cut off in the compressed data");
                }
                checksum.update(buffer, 0, count);
                content.write(buffer, 0, count);
            }
            position += (int) inflater.getBytesRead();
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw wrong(position + inflater.getBytesRead(), "the compressed data are damaged (" + e.getMessage() + ")")
                    .causedBy(e);
        } finally {
            inflater.end();
        }
    }

    private UserError wrong(long offset, String problem) {
        return new UserError(
                ExitCode.DATA,
                "at byte " + offset + ", " + problem,
                path.toString(),
                "Replace the file by an intact copy.");
    }
}
