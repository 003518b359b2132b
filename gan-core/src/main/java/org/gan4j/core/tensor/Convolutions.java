package org.gan4j.core.tensor;

import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.select.KernelSets;

/**
 * Convolution of images with weights and its two derivatives: three bilinear maps, each of which has the other two as its
 * derivatives, so that derivatives of every order are made of them.
 *
 * <p>Images are [N, height, width, channels]. Weights are [window height, window width, in, out] for a convolution from in
 * to out channels. As usual for networks, the weights are not mirrored: this is a correlation.
 */
public final class Convolutions {
    private Convolutions() {}

    /**
     * Returns the convolution of images x with weights w.
     *
     * <p>z_(n,i,j,o) = sum over a, b and c of x_(n, i s + a - top, j t + b - left, c) w_(a,b,c,o), with strides s and t, and
     * x = 0 outside the image. Derivatives: dx is the transposed convolution of g with w, dw the sum of every g times the
     * patch of x under its window.
     *
     * @param x images, [N, height, width, in]
     * @param w weights, [window height, window width, in, out]
     * @return images, [N, rows, columns, out], see {@link Sliding#rows} and {@link Sliding#columns}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Tensor convolve(Tensor x, Tensor w, Sliding sliding) {
        checkOperands("convolve", x, w, 2, "in");
        int rows = sliding.rows(x.shape().dim(1), w.shape().dim(0));
        int columns = sliding.columns(x.shape().dim(2), w.shape().dim(1));
        Image result = new Image(rows, columns, w.shape().dim(3));
        return forward(x, w, sizes(x.shape().dim(0), image(x), result, w, sliding));
    }

    /**
     * Returns the transposed convolution of images g with the weights of a convolution from in to out channels: the
     * images x of in channels with {@code <x, transposed(g, w)> = <convolve(x, w), g>}.
     *
     * <p>Every number of g puts its multiple of the weights on the result, as far apart as the strides, and padding is cut
     * off: with a stride of 2 images become twice as large. Derivatives: dg is the convolution of the gradient with w, dw the
     * sum of every g times the patch of the gradient under its window.
     *
     * @param g images, [N, rows, columns, out]
     * @param w weights, [window height, window width, in, out]
     * @param extraRows how many rows more than the fewest that the convolution turns into those of g, below the stride
     * @param extraColumns the same for columns
     * @return images, [N, height, width, in], see {@link Sliding#transposedRows} and {@link Sliding#transposedColumns}
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Tensor transposed(Tensor g, Tensor w, Sliding sliding, int extraRows, int extraColumns) {
        checkOperands("transposed", g, w, 3, "out");
        int height = sliding.transposedRows(g.shape().dim(1), w.shape().dim(0), extraRows);
        int width = sliding.transposedColumns(g.shape().dim(2), w.shape().dim(1), extraColumns);
        Image result = new Image(height, width, w.shape().dim(2));
        return backwardData(g, w, sizes(g.shape().dim(0), result, image(g), w, sliding));
    }

    /** z = convolution of x with w; dx = backwardData(g, w), dw = backwardWeights(x, g). */
    static Tensor forward(Tensor x, Tensor w, ConvolutionSizes sizes) {
        Tensor z = Tensor.allocate(x.dtype(), images(sizes, sizes.z()));
        KernelSets.current().convolution().forward(x.block(), w.block(), z.block(), sizes);
        Lease.alive(x);
        Lease.alive(w);
        return z.recording(x, (g, saved) -> backwardData(g, saved[0], sizes), w)
                .recording(w, (g, saved) -> backwardWeights(saved[0], g, sizes), x);
    }

    /** x = transposed convolution of z with w; dz = forward(h, w), dw = backwardWeights(h, z) for the gradient h. */
    static Tensor backwardData(Tensor z, Tensor w, ConvolutionSizes sizes) {
        Tensor x = Tensor.allocate(z.dtype(), images(sizes, sizes.x()));
        KernelSets.current().convolution().backwardData(z.block(), w.block(), x.block(), sizes);
        Lease.alive(z);
        Lease.alive(w);
        return x.recording(z, (h, saved) -> forward(h, saved[0], sizes), w)
                .recording(w, (h, saved) -> backwardWeights(h, saved[0], sizes), z);
    }

    /** w = sum of every z times its patch of x; dx = backwardData(z, h), dz = forward(x, h) for the gradient h. */
    static Tensor backwardWeights(Tensor x, Tensor z, ConvolutionSizes sizes) {
        Window window = sizes.window();
        Shape shape = Shape.of(
                window.height(), window.width(), sizes.x().channels(), sizes.z().channels());
        Tensor w = Tensor.allocate(x.dtype(), shape);
        KernelSets.current().convolution().backwardWeights(x.block(), z.block(), w.block(), sizes);
        Lease.alive(x);
        Lease.alive(z);
        return w.recording(x, (h, saved) -> backwardData(saved[0], h, sizes), z)
                .recording(z, (h, saved) -> forward(saved[0], h, sizes), x);
    }

    private static void checkOperands(String name, Tensor images, Tensor w, int axis, String channels) {
        Elementwise.sameType(name, images, w);
        if (images.shape().rank() != 4 || w.shape().rank() != 4) {
            throw new IllegalArgumentException(
                    name + " takes images [N, height, width, channels] and weights [window height,"
                            + " window width, in, out], but was given shapes " + images.shape() + " and " + w.shape());
        }
        if (images.shape().dim(3) != w.shape().dim(axis)) {
            throw new IllegalArgumentException(name + " cannot combine images " + images.shape() + " with weights "
                    + w.shape() + ": the images have " + images.shape().dim(3) + " channels and the weights "
                    + w.shape().dim(axis) + " " + channels + " channels");
        }
    }

    private static ConvolutionSizes sizes(int batch, Image x, Image z, Tensor w, Sliding sliding) {
        Window window = new Window(
                w.shape().dim(0),
                w.shape().dim(1),
                sliding.strideHeight(),
                sliding.strideWidth(),
                sliding.top(),
                sliding.left());
        return new ConvolutionSizes(batch, x, z, window);
    }

    private static Image image(Tensor images) {
        Shape shape = images.shape();
        return new Image(shape.dim(1), shape.dim(2), shape.dim(3));
    }

    private static Shape images(ConvolutionSizes sizes, Image image) {
        return Shape.of(sizes.batch(), image.height(), image.width(), image.channels());
    }
}
