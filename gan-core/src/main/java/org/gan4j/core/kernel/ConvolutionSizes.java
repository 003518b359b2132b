package org.gan4j.core.kernel;

/**
 * The sizes of a convolution from images x to images z with weights w: z_(n,i,j,o) is the sum over a, b and c of
 * x_(n, i s + a - top, j t + b - left, c) w_(a,b,c,o), with strides s and t and zeros outside x.
 *
 * <p>x is [batch, height, width, channels], z likewise, w is [window height, window width, channels of x, channels of z].
 *
 * @param batch the number of images, at least 1
 * @param x an image that is convolved
 * @param z an image of the result
 * @param window what the weights cover and how they slide over x
 */
public record ConvolutionSizes(int batch, Image x, Image z, Window window) {
    /**
     * One image.
     *
     * @param height the rows, at least 1
     * @param width the columns, at least 1
     * @param channels the numbers of a pixel, at least 1
     */
    public record Image(int height, int width, int channels) {
        /** Returns how many numbers there are. */
        public int size() {
            return height * width * channels;
        }

        /** Returns how many pixels there are. */
        public int pixels() {
            return height * width;
        }
    }

    /**
     * What the weights cover of an image, and how they slide.
     *
     * @param height the rows of the weights, at least 1
     * @param width the columns of the weights, at least 1
     * @param strideHeight how many rows of x lie between one row of z and the next, at least 1
     * @param strideWidth the same for columns
     * @param top how many rows above x the first window begins, at least 0
     * @param left how many columns left of x the first window begins, at least 0
     */
    public record Window(int height, int width, int strideHeight, int strideWidth, int top, int left) {}

    /** Returns how many numbers of x a number of z depends on. */
    public int patch() {
        return window.height() * window.width() * x.channels();
    }

    /** Returns how many weights there are. */
    public int weights() {
        return patch() * z.channels();
    }

    /** Returns how many floating-point operations the convolution, or any of its derivatives, takes. */
    public long operations() {
        return 2L * batch * z.size() * patch();
    }
}
