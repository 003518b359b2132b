package org.gan4j.core.data.file;

/** The unsigned bytes of an IDX file. */
final class IdxArray {
    private final int[] dims;
    private final byte[] bytes;
    private final String checksum;

    IdxArray(int[] dims, byte[] bytes, String checksum) {
        this.dims = dims;
        this.bytes = bytes;
        this.checksum = checksum;
    }

    /** The lengths of the axes: [60000, 28, 28] for images, [60000] for labels; not to be changed. */
    int[] dims() {
        return dims;
    }

    /** The elements in row-major order; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The SHA-256 of the content, uncompressed, in hexadecimal. */
    String checksum() {
        return checksum;
    }
}
