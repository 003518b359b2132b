package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.LayoutKernels;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/** Layout kernels as walks over one side and plain writes or reads of the other. */
final class StridedLayout implements LayoutKernels {
    private static final int SIZE = Tiles.SIZE;

    @Override
    public void copy(Block x, Block z, int n) {
        moveRow(x, 0, z, 0, n);
    }

    @Override
    public void permute(Block x, int[] dims, int[] permutation, Block z) {
        collect(Strided.permuted(dims, permutation), x, z);
    }

    @Override
    public void broadcast(Block x, int[] xDims, Block z, int[] zDims) {
        collect(Strided.broadcast(xDims, zDims), x, z);
    }

    @Override
    public void slice(Block x, int[] dims, int[] begin, int[] sizes, Block z) {
        collect(Strided.box(dims, begin, sizes), x, z);
    }

    @Override
    public void place(Block x, int[] dims, Block z, int[] zDims, int[] begin) {
        Strided box = Strided.box(zDims, begin, dims);
        inTiles(box.size(), (tiles, i, count) -> {
            if (x.dtype() == DType.FLOAT32) {
                x.read(i, tiles.x, 0, count);
                box.write(z, i, tiles.x, count);
            } else {
                x.read(i, tiles.xDouble, 0, count);
                box.write(z, i, tiles.xDouble, count);
            }
        });
    }

    @Override
    public void gatherRows(Block x, int width, int[] indices, Block z) {
        for (int i = 0; i < indices.length; i++) {
            moveRow(x, Math.multiplyExact(indices[i], width), z, i * width, width);
        }
    }

    @Override
    public void scatterAddRows(Block x, int width, int[] indices, Block z) {
        Tiles tiles = Tiles.current();
        for (int i = 0; i < indices.length; i++) {
            int start = Math.multiplyExact(indices[i], width);
            for (int column = 0; column < width; column += SIZE) {
                int count = Math.min(SIZE, width - column);
                if (x.dtype() == DType.FLOAT32) {
                    addFloats(tiles, x, i * width + column, z, start + column, count);
                } else {
                    addDoubles(tiles, x, i * width + column, z, start + column, count);
                }
            }
        }
    }

    private static void collect(Strided view, Block x, Block z) {
        inTiles(view.size(), (tiles, i, count) -> {
            if (x.dtype() == DType.FLOAT32) {
                view.read(x, i, tiles.x, count);
                z.write(i, tiles.x, 0, count);
            } else {
                view.read(x, i, tiles.xDouble, count);
                z.write(i, tiles.xDouble, 0, count);
            }
        });
    }

    /** What is done with so many elements from one on. */
    @FunctionalInterface
    private interface Tile {
        void run(Tiles tiles, int from, int count);
    }

    /** Goes through elements by tiles, on several threads if there are many. */
    private static void inTiles(int size, Tile tile) {
        Parallel.run((size + SIZE - 1) / SIZE, Parallel.CHEAP / SIZE, (first, end) -> {
            Tiles tiles = Tiles.current();
            for (int i = first; i < end; i++) {
                tile.run(tiles, i * SIZE, Math.min(SIZE, size - i * SIZE));
            }
        });
    }

    private static void moveRow(Block x, int from, Block z, int to, int count) {
        if (x.dtype() == DType.FLOAT32) {
            z.floats().put(to, x.floats(), from, count);
        } else {
            z.doubles().put(to, x.doubles(), from, count);
        }
    }

    private static void addFloats(Tiles tiles, Block x, int from, Block z, int to, int count) {
        x.read(from, tiles.x, 0, count);
        z.read(to, tiles.z, 0, count);
        for (int j = 0; j < count; j++) {
            tiles.z[j] += tiles.x[j];
        }
        z.write(to, tiles.z, 0, count);
    }

    private static void addDoubles(Tiles tiles, Block x, int from, Block z, int to, int count) {
        x.read(from, tiles.xDouble, 0, count);
        z.read(to, tiles.zDouble, 0, count);
        for (int j = 0; j < count; j++) {
            tiles.zDouble[j] += tiles.xDouble[j];
        }
        z.write(to, tiles.zDouble, 0, count);
    }
}
