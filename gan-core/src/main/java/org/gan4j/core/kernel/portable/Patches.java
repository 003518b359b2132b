package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/**
 * The patches of images: for each pixel of z the numbers of x under its window, row by row, zeros outside x.
 *
 * <p>A row of the window is a run of neighbouring numbers of x, since channels are last; so patches are copied, or added,
 * in runs of window width times channels, between one row of patches and the rows of x with their zeros around them. The
 * arrays serve one thread.
 */
final class Patches {
    private final Image x;
    private final Image z;
    private final Window window;
    private final int run;
    private final int padded;
    private final int begin;
    private final int inside;
    private final int patchRow;
    private final Workspace patches;

    Patches(ConvolutionSizes sizes, DType dtype) {
        x = sizes.x();
        z = sizes.z();
        window = sizes.window();
        run = window.width() * x.channels();
        int width = (z.width() - 1) * window.strideWidth() + window.width();
        padded = width * x.channels();
        begin = Math.min(window.left(), width) * x.channels();
        inside = Math.min(x.width() * x.channels(), padded - begin);
        patchRow = z.width() * sizes.patch();
        patches = Workspace.of(dtype, patchRow);
    }

    /** Writes the patches of images of x to the start of {@code scratch}. */
    void unfold(Block from, int first, int images, Block scratch) {
        Workspace rows = Workspace.of(from.dtype(), window.height() * padded);
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < z.height(); i++) {
                for (int a = 0; a < window.height(); a++) {
                    int y = i * window.strideHeight() + a - window.top();
                    if (y >= 0 && y < x.height() && inside > 0) {
                        rows.read(from, position(first + image, y), a * padded + begin, inside);
                    } else {
                        rows.clear(a * padded, (a + 1) * padded);
                    }
                }
                for (int j = 0; j < z.width(); j++) {
                    for (int a = 0; a < window.height(); a++) {
                        rows.copy(a * padded + j * step(), patches, (j * window.height() + a) * run, run);
                    }
                }
                patches.write(scratch, (image * z.height() + i) * patchRow, 0, patchRow);
            }
        }
    }

    /** Writes images of x, every number the sum of those of the patches at the start of {@code scratch} that lie on it. */
    void fold(Block scratch, int first, int images, Block to) {
        int paddedRows = (z.height() - 1) * window.strideHeight() + window.height();
        Workspace rows = Workspace.of(to.dtype(), Math.max(paddedRows, x.height() + window.top()) * padded);
        Workspace zeros = Workspace.of(to.dtype(), x.width() * x.channels());
        for (int image = 0; image < images; image++) {
            rows.clear(0, paddedRows * padded);
            for (int i = 0; i < z.height(); i++) {
                patches.read(scratch, (image * z.height() + i) * patchRow, 0, patchRow);
                for (int j = 0; j < z.width(); j++) {
                    for (int a = 0; a < window.height(); a++) {
                        int row = i * window.strideHeight() + a;
                        patches.add((j * window.height() + a) * run, rows, row * padded + j * step(), run);
                    }
                }
            }
            for (int y = 0; y < x.height(); y++) {
                if (inside < x.width() * x.channels()) {
                    zeros.write(to, position(first + image, y), 0, x.width() * x.channels());
                }
                if (inside > 0) {
                    rows.write(to, position(first + image, y), (y + window.top()) * padded + begin, inside);
                }
            }
        }
    }

    private int step() {
        return window.strideWidth() * x.channels();
    }

    private int position(int image, int row) {
        return (image * x.height() + row) * x.width() * x.channels();
    }
}
