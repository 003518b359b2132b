package org.gan4j.core.data.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX and gzip content. */
final class IdxBytes {
    private IdxBytes() {}

    /** An IDX file of unsigned bytes whose elements are {@code 3 i + first}. */
    static byte[] idx(int first, int... dims) {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dims.length + size);
        buffer.putInt(0x0800 | dims.length);
        for (int dim : dims) {
            buffer.putInt(dim);
        }
        for (int i = 0; i < size; i++) {
            buffer.put((byte) (3 * i + first));
        }
        return buffer.array();
    }

    /** An IDX file of labels. */
    static byte[] labels(int... labels) {
        ByteBuffer buffer = ByteBuffer.allocate(8 + labels.length);
        buffer.putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            buffer.put((byte) label);
        }
        return buffer.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
