package org.gan4j.core.io.npy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** NumPy's npy format, versions 1 to 3: a magic number, a header in Python's syntax, and the elements. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int ALIGNMENT = 64;

    private NpyFormat() {}

    /** Returns the bytes of a version 1 file up to the elements. */
    static byte[] header(NpyArray array) {
        StringBuilder shape = new StringBuilder();
        int[] dimensions = array.shape();
        for (int i = 0; i < dimensions.length; i++) {
            shape.append(i == 0 ? "" : " ")
                    .append(dimensions[i])
                    .append(i == 0 || i < dimensions.length - 1 ? "," : "");
        }
        String text = "{'descr': '<" + array.type().code() + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int length = MAGIC.length + 4 + text.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        String padded = text + " ".repeat(padding) + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        out.write(1);
        out.write(0);
        out.write(padded.length() & 0xff);
        out.write(padded.length() >> 8);
        out.writeBytes(padded.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** Reads one array, which must fill the stream to its end. */
    static NpyArray read(InputStream in, NpySource source) throws IOException {
        NpyHeader header = NpyHeader.parse(headerText(in, source), source);
        byte[] elements = elements(in, header, source);
        if (in.read() >= 0) {
            throw source.error("there are bytes after the last element of shape " + Arrays.toString(header.shape()));
        }
        byte[] ordered = NpyOrder.toLittleEndianC(elements, header);
        if (header.type() == NpyType.UINT64) {
            refuseBeyondSigned(ordered, source);
        }
        return new NpyArray(header.type(), header.shape(), ordered);
    }

    private static String headerText(InputStream in, NpySource source) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2, source, "the header");
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw source.error("this is not an npy array: it does not begin with \\x93NUMPY");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw source.error("npy version " + version + " is unknown (known: 1, 2, 3)");
        }
        byte[] size = exactly(in, version == 1 ? 2 : 4, source, "the header");
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | Byte.toUnsignedLong(size[i]);
        }
        if (length > LONGEST_HEADER) {
            throw source.error("the header claims " + length + " bytes, more than any plain array needs");
        }
        byte[] text = exactly(in, (int) length, source, "the header");
        return new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static byte[] elements(InputStream in, NpyHeader header, NpySource source) throws IOException {
        long wanted = header.elementBytes();
        long heap = Runtime.getRuntime().maxMemory();
        if (wanted > Integer.MAX_VALUE - 16) {
            throw source.error("shape " + Arrays.toString(header.shape()) + " of "
                    + header.type().code() + " is " + wanted + " bytes, but one array may have at most 2 GiB");
        }
        if (wanted > heap / 2) {
            throw source.error("shape " + Arrays.toString(header.shape()) + " of "
                    + header.type().code() + " is " + wanted + " bytes, too much for a heap of " + heap
                    + " bytes (see java -Xmx)");
        }
        return exactly(in, (int) wanted, source, "the elements");
    }

    /** Allocates as the bytes arrive: a header that lies about its length costs no memory. */
    private static byte[] exactly(InputStream in, int count, NpySource source, String part) throws IOException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(count);
        } catch (EOFException e) {
            throw source.error("the file ends within " + part).causedBy(e);
        }
        if (bytes.length < count) {
            throw source.error("the file ends within " + part + ": " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private static void refuseBeyondSigned(byte[] bytes, NpySource source) {
        for (int i = 7; i < bytes.length; i += 8) {
            if (bytes[i] < 0) {
                throw source.error("element " + i / 8 + " is beyond 2^63 - 1");
            }
        }
    }
}
