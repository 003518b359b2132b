package org.gan4j.core.tensor;

/**
 * How the weights of {@linkplain Convolutions a convolution} slide over an image: by how many pixels, and how many zeros lie
 * around the image.
 *
 * @param strideHeight how many rows further the next window begins, at least 1
 * @param strideWidth how many columns further the next window begins, at least 1
 * @param top the rows of zeros above the image, at least 0
 * @param bottom the rows of zeros below it, at least 0
 * @param left the columns of zeros left of it, at least 0
 * @param right the columns of zeros right of it, at least 0
 */
public record Sliding(int strideHeight, int strideWidth, int top, int bottom, int left, int right) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a stride is below 1 or a padding below 0
     */
    public Sliding {
        if (strideHeight < 1 || strideWidth < 1) {
            throw new IllegalArgumentException(
                    "strides must be at least 1, but are " + strideHeight + " x " + strideWidth);
        }
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("padding must be at least 0, but is " + top + " above, " + bottom
                    + " below, " + left + " left and " + right + " right");
        }
    }

    /** Returns sliding by the same stride both ways, without padding. */
    public static Sliding by(int stride) {
        return new Sliding(stride, stride, 0, 0, 0, 0);
    }

    /** Returns the same strides with as many zeros on each side. */
    public Sliding padded(int each) {
        return padded(each, each, each, each);
    }

    /** Returns the same strides with so many zeros above, below, left and right. */
    public Sliding padded(int above, int below, int leftSide, int rightSide) {
        return new Sliding(strideHeight, strideWidth, above, below, leftSide, rightSide);
    }

    /**
     * Returns how many rows a convolution gives: floor((height + top + bottom - window) / stride) + 1.
     *
     * @throws IllegalArgumentException if the window is higher than the image with its padding
     */
    public int rows(int height, int windowHeight) {
        return windows("high", height, windowHeight, top + bottom, strideHeight);
    }

    /**
     * Returns how many columns a convolution gives: floor((width + left + right - window) / stride) + 1.
     *
     * @throws IllegalArgumentException if the window is wider than the image with its padding
     */
    public int columns(int width, int windowWidth) {
        return windows("wide", width, windowWidth, left + right, strideWidth);
    }

    /**
     * Returns how many rows a transposed convolution gives: (rows - 1) stride + window - top - bottom + extra.
     *
     * @param extra how many rows more than the fewest that a convolution turns into {@code rows}; at least 0 and below
     *     the stride
     * @throws IllegalArgumentException if {@code extra} is outside its range or no rows are left
     */
    public int transposedRows(int rows, int windowHeight, int extra) {
        return transposed("rows", rows, windowHeight, top + bottom, strideHeight, extra);
    }

    /** Returns how many columns a transposed convolution gives, as {@link #transposedRows} does for rows. */
    public int transposedColumns(int columns, int windowWidth, int extra) {
        return transposed("columns", columns, windowWidth, left + right, strideWidth, extra);
    }

    private static int windows(String high, int size, int window, int padding, int stride) {
        int room = size + padding - window;
        if (room < 0) {
            throw new IllegalArgumentException("a convolution's window is " + window + " pixels " + high
                    + ", but the image with its padding only " + (size + padding));
        }
        return room / stride + 1;
    }

    private static int transposed(String what, int size, int window, int padding, int stride, int extra) {
        if (extra < 0 || extra >= stride) {
            throw new IllegalArgumentException("a transposed convolution with stride " + stride + " can add 0 to "
                    + (stride - 1) + " " + what + ", not " + extra);
        }
        int result = (size - 1) * stride + window - padding + extra;
        if (result < 1) {
            throw new IllegalArgumentException(
                    "a transposed convolution of " + size + " " + what + " with a window of " + window + ", stride "
                            + stride + " and padding " + padding + " in all leaves " + result + " " + what);
        }
        return result;
    }
}
