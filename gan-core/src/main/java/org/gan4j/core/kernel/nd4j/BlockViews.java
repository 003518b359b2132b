package org.gan4j.core.kernel.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's views of one block: an INDArray for each shape asked for, all on the memory of the block, to which they are
 * {@linkplain Block#attached attached}. A view is never wrong, because a block does not move; it is dropped when the memory
 * is freed, or when more than {@value #MOST} shapes are in use.
 */
final class BlockViews {
    private static final int MOST = 16;

    private final DataBuffer buffer;
    private final List<int[]> shapes = new ArrayList<>();
    private final List<INDArray> views = new ArrayList<>();

    private BlockViews(Block block) {
        DataType type = block.dtype() == DType.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
        buffer = Nd4j.createBuffer(block.pointer(), block.capacity(), type);
    }

    /**
     * Returns a block's first elements as a dense row-major array of the given dimensions: the same memory, and the same
     * object each time.
     *
     * @throws IllegalStateException if the memory has been freed
     */
    static INDArray view(Block block, int... dims) {
        return block.attached(BlockViews.class, BlockViews::new).shaped(dims);
    }

    private synchronized INDArray shaped(int[] dims) {
        for (int i = 0; i < views.size(); i++) {
            if (Arrays.equals(shapes.get(i), dims)) {
                return views.get(i);
            }
        }
        if (views.size() == MOST) {
            shapes.remove(0);
            views.remove(0);
        }
        INDArray view = create(dims);
        shapes.add(dims.clone());
        views.add(view);
        return view;
    }

    private INDArray create(int[] dims) {
        long[] shape = new long[dims.length];
        long[] stride = new long[dims.length];
        long step = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            shape[axis] = dims[axis];
            stride[axis] = step;
            step *= dims[axis];
        }
        return Nd4j.create(buffer, shape, stride, 0, 'c');
    }
}
