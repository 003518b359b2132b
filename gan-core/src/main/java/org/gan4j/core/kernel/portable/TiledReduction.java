package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/** Reductions as loops over tiles in an order that depends on the shape alone. */
final class TiledReduction implements ReductionKernels {
    private static final int SIZE = Tiles.SIZE;

    @Override
    public void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z) {
        boolean floats = x.dtype() == DType.FLOAT32 && reduction != Reduction.LOG_SUM_EXP;
        int[] middle = middleAxis(dims, reduced);
        if (floats && middle.length == 3 && middle[2] > 1) {
            FloatReduction.columns(reduction, x, middle[0], middle[1], middle[2], z);
            return;
        }
        Strided view = reducedLast(dims, reduced);
        int length = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            length *= reduced[axis] ? dims[axis] : 1;
        }
        if (floats) {
            FloatReduction.rows(reduction, view, x, view.size() / length, length, z);
        } else {
            DoubleReduction.rows(reduction, view, x, view.size() / length, length, z);
        }
    }

    @Override
    public void softmax(Block x, int outer, int axis, int inner, Block z) {
        Strided view = Strided.permuted(new int[] {outer, axis, inner}, new int[] {0, 2, 1});
        DoubleReduction.softmax(view, x, outer * inner, axis, z);
    }

    @Override
    public void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        if (x.dtype() == DType.FLOAT32 && pieces <= SIZE) {
            FloatMaxout.maxWithIndex(x, rows, pieces, value, index);
            return;
        }
        Parallel.run(rows, Parallel.COSTLY / pieces, (from, to) -> {
            Tiles tiles = Tiles.current();
            int perTile = Math.max(1, SIZE / pieces);
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                for (int piece = 0; piece < pieces; piece += SIZE) {
                    int length = Math.min(SIZE, pieces - piece);
                    x.read(row * pieces + piece, tiles.xDouble, 0, count * length);
                    argmax(tiles, count, length, piece);
                }
                value.write(row, tiles.yDouble, 0, count);
                index.write(row, tiles.zDouble, 0, count);
            }
        });
    }

    /** Goes on from piece {@code first}; rows longer than a tile come one at a time. */
    private static void argmax(Tiles tiles, int rows, int length, int first) {
        for (int row = 0; row < rows; row++) {
            double best = first == 0 ? tiles.xDouble[row * length] : tiles.yDouble[row];
            double place = first == 0 ? 0 : tiles.zDouble[row];
            for (int i = 0; i < length; i++) {
                double candidate = tiles.xDouble[row * length + i];
                if (candidate > best || (Double.isNaN(candidate) && !Double.isNaN(best))) {
                    best = candidate;
                    place = first + i;
                }
            }
            tiles.yDouble[row] = best;
            tiles.zDouble[row] = place;
        }
    }

    @Override
    public void scatterToIndex(Block g, Block index, int rows, int pieces, Block z) {
        if (z.dtype() == DType.FLOAT32 && pieces <= SIZE) {
            FloatMaxout.scatterToIndex(g, index, rows, pieces, z);
            return;
        }
        Tiles tiles = Tiles.current();
        int perTile = Math.max(1, SIZE / pieces);
        for (int row = 0; row < rows; row += perTile) {
            int count = Math.min(perTile, rows - row);
            g.read(row, tiles.yDouble, 0, count);
            index.read(row, tiles.uDouble, 0, count);
            for (int piece = 0; piece < pieces; piece += SIZE) {
                int length = Math.min(SIZE, pieces - piece);
                Arrays.fill(tiles.zDouble, 0, count * length, 0);
                for (int i = 0; i < count; i++) {
                    int place = (int) tiles.uDouble[i] - piece;
                    if (place >= 0 && place < length) {
                        tiles.zDouble[i * length + place] = tiles.yDouble[i];
                    }
                }
                z.write(row * pieces + piece, tiles.zDouble, 0, count * length);
            }
        }
    }

    @Override
    public void gatherAtIndex(Block x, Block index, int rows, int pieces, Block z) {
        Tiles tiles = Tiles.current();
        for (int row = 0; row < rows; row += SIZE) {
            int count = Math.min(SIZE, rows - row);
            index.read(row, tiles.uDouble, 0, count);
            for (int i = 0; i < count; i++) {
                tiles.zDouble[i] = x.get((row + i) * pieces + (int) tiles.uDouble[i]);
            }
            z.write(row, tiles.zDouble, 0, count);
        }
    }

    /** The sizes around and of the reduced axes if they are neighbours, else an empty array. */
    private static int[] middleAxis(int[] dims, boolean[] reduced) {
        int[] sizes = {1, 1, 1};
        int part = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == 1) {
                continue;
            }
            if ((reduced[axis] && part == 0) || (!reduced[axis] && part == 1)) {
                part++;
            } else if (reduced[axis] && part == 2) {
                return new int[] {};
            }
            sizes[part] *= dims[axis];
        }
        return sizes;
    }

    private static Strided reducedLast(int[] dims, boolean[] reduced) {
        int[] order = new int[dims.length];
        int next = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int axis = 0; axis < dims.length; axis++) {
                if (reduced[axis] == (pass == 1)) {
                    order[next++] = axis;
                }
            }
        }
        return Strided.permuted(dims, order);
    }
}
