package org.gan4j.core.kernel.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gan4j.core.kernel.nd4j.BlockViews.view;

import java.util.Arrays;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J and oneDNN read and write the memory of a block itself. */
class NativeViewsTest {
    @Test
    void nd4jSeesWhatIsWrittenAndWritesWhatIsSeen() {
        for (DType dtype : DType.values()) {
            Block block = Cases.of(dtype, 1, 2, 3, 4, 5, 6);
            INDArray view = view(block, 2, 3);
            assertThat(view.dataType()).isEqualTo(dtype == DType.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE);
            assertThat(view.data().addressPointer().address()).isEqualTo(block.address());
            assertThat(view.getDouble(1, 0)).isEqualTo(4);
            block.set(3, 40);
            assertThat(view.getDouble(1, 0)).isEqualTo(40);
            view.putScalar(new int[] {0, 2}, 30);
            assertThat(Cases.read(block, 6)).containsExactly(1, 2, 30, 40, 5, 6);
        }
    }

    @Test
    void aViewOfTheSameShapeIsTheSameObject() {
        Block block = Cases.of(DType.FLOAT32, 1, 2, 3, 4, 5, 6);
        INDArray view = view(block, 2, 3);
        assertThat(view(block, 2, 3)).isSameAs(view);
        assertThat(view(block, 3, 2)).isNotSameAs(view);
        assertThat(view(block, 3, 2).getDouble(2, 0)).isEqualTo(5);
        for (int n = 1; n <= 6; n++) {
            for (int axes = 1; axes <= 4; axes++) {
                int[] dims = new int[axes];
                Arrays.fill(dims, 1);
                dims[0] = n;
                assertThat(view(block, dims).length()).isEqualTo(n);
            }
        }
        assertThat(view(block, 2, 3).getDouble(1, 2)).isEqualTo(6);
    }

    @Test
    void thereIsNoViewOfMemoryThatWasFreed() {
        Block block = Memory.allocate(DType.FLOAT32, 543_210);
        INDArray view = view(block, 7);
        Memory.release(block);
        assertThat(view(block, 7)).isSameAs(view);
        Memory.trim();
        assertThatIllegalStateException().isThrownBy(() -> view(block, 7)).withMessageContaining("after it was freed");
    }

    @Test
    void oneDnnMultipliesOnTheMemoryOfBlocks() {
        Block a = Cases.of(DType.FLOAT32, 1, 2, 3, 4, 5, 6);
        Block b = Cases.of(DType.FLOAT32, 1, -1, 2, 0.5, 3, 7);
        Block c = Cases.of(DType.FLOAT32, 9, 9, 9, 9);
        try (engine cpu = new engine(engine.kind.cpu, 0);
                stream queue = new stream(cpu);
                primitive_attr attributes = new primitive_attr()) {
            attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
            memory.desc left = matrix(2, 3);
            memory.desc right = matrix(3, 2);
            memory.desc result = matrix(2, 2);
            matmul.primitive_desc description = new matmul.primitive_desc(cpu, left, right, result, attributes, false);
            Block scratch = Memory.allocate(DType.FLOAT32, (int)
                    Math.max(1, description.scratchpad_desc().get_size() / Float.BYTES));
            memory output = new memory(result, cpu, c.pointer());
            assertThat(output.get_data_handle().address()).isEqualTo(c.address());
            IntMemoryMap arguments = new IntMemoryMap()
                    .put(dnnl.DNNL_ARG_SRC, new memory(left, cpu, a.pointer()))
                    .put(dnnl.DNNL_ARG_WEIGHTS, new memory(right, cpu, b.pointer()))
                    .put(dnnl.DNNL_ARG_DST, output)
                    .put(dnnl.DNNL_ARG_SCRATCHPAD, new memory(description.scratchpad_desc(), cpu, scratch.pointer()));
            new matmul(description).execute(queue, arguments);
            queue._wait();
        }
        assertThat(Cases.read(c, 4)).containsExactly(14, 21, 32, 40.5);
    }

    private static memory.desc matrix(long rows, long columns) {
        return new memory.desc(new long[] {rows, columns}, memory.data_type.f32, memory.format_tag.ab);
    }
}
