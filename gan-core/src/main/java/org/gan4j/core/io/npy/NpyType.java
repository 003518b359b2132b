package org.gan4j.core.io.npy;

import java.util.Optional;

/** An element type of NumPy arrays. */
public enum NpyType {
    /** IEEE 754 binary16; read only. */
    FLOAT16("f2"),
    /** IEEE 754 binary32. */
    FLOAT32("f4"),
    /** IEEE 754 binary64. */
    FLOAT64("f8"),
    /** Signed, 1 byte; read only. */
    INT8("i1"),
    /** Signed, 2 bytes; read only. */
    INT16("i2"),
    /** Signed, 4 bytes; read only. */
    INT32("i4"),
    /** Signed, 8 bytes. */
    INT64("i8"),
    /** Unsigned, 1 byte; read only. */
    UINT8("u1"),
    /** Unsigned, 2 bytes; read only. */
    UINT16("u2"),
    /** Unsigned, 4 bytes; read only. */
    UINT32("u4"),
    /** Unsigned, 8 bytes, at most 2^63 - 1; read only. */
    UINT64("u8"),
    /** 0 or 1 in a byte; read only. */
    BOOLEAN("b1");

    private final String code;

    NpyType(String code) {
        this.code = code;
    }

    /** Returns the size of one element in bytes. */
    public int bytes() {
        return code.charAt(1) - '0';
    }

    /** Returns whether the elements are floating-point numbers. */
    public boolean isFloating() {
        return code.charAt(0) == 'f';
    }

    /** Returns NumPy's name of the type, like {@code f4}. */
    public String code() {
        return code;
    }

    static Optional<NpyType> of(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
