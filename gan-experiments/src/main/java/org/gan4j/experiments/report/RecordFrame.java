package org.gan4j.experiments.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame around each record of a TFRecord file: length (8 bytes), masked CRC-32C of the length (4), the record, masked
 * CRC-32C of the record (4), all little-endian.
 *
 * <p>masked(c) = ((c >>> 15) | (c << 17)) + 0xa282ead8.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecord</a>
 */
final class RecordFrame {
    private static final int HEAD = 12;
    private static final int TAIL = 4;
    private static final int MASK_DELTA = 0xa282ead8;

    private RecordFrame() {}

    /** Returns the record in its frame. */
    static byte[] around(byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + data.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(data.length);
        frame.putInt(masked(frame.array(), 0, Long.BYTES));
        frame.put(data);
        frame.putInt(masked(data, 0, data.length));
        return frame.array();
    }

    /**
     * Returns the length of the record that begins at a place, without its frame.
     *
     * @return -1 where the file ends, is cut short or is damaged
     */
    static int lengthAt(int from, byte[] file) {
        if (from + HEAD + TAIL > file.length) {
            return -1;
        }
        ByteBuffer frame = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = frame.getLong(from);
        boolean whole = length >= 0
                && length <= file.length - from - HEAD - TAIL
                && frame.getInt(from + Long.BYTES) == masked(file, from, Long.BYTES)
                && frame.getInt(from + HEAD + (int) length) == masked(file, from + HEAD, (int) length);
        return whole ? (int) length : -1;
    }

    /** Returns where the record of a frame begins. */
    static int dataOf(int frame) {
        return frame + HEAD;
    }

    /** Returns where the frame after this one begins. */
    static int after(int frame, int length) {
        return frame + HEAD + length + TAIL;
    }

    private static int masked(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        int value = (int) checksum.getValue();
        return Integer.rotateRight(value, 15) + MASK_DELTA;
    }
}
