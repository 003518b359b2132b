package org.gan4j.core.tensor.kernel;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.Pointer;

/**
 * A product of one shape, prepared by oneDNN for one thread: a primitive, and operands that are pointed to other memory
 * for each call. It must stay with its thread: a primitive that two threads run gives wrong numbers in silence.
 */
final class OneDnnProduct implements AutoCloseable {
    private static final int ARGUMENTS = 4;

    private final matmul primitive;
    private final memory[] operands = new memory[ARGUMENTS];
    private final dnnl_memory[] handles = new dnnl_memory[ARGUMENTS];
    private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(ARGUMENTS);
    private final dnnl_primitive handle;
    private final long scratchpad;

    /**
     * Prepares a product.
     *
     * @throws RuntimeException if oneDNN has no fast implementation for the shape
     */
    OneDnnProduct(OneDnnShape shape) {
        engine processor = OneDnn.processor();
        try (primitive_attr attributes = attributes(shape.accumulate());
                memory.desc a = matrix(shape.m(), shape.k(), shape.rowsOfA(), shape.columnsOfA());
                memory.desc b = matrix(shape.k(), shape.n(), shape.rowsOfB(), shape.columnsOfB());
                memory.desc c = matrix(shape.m(), shape.n(), shape.rowsOfC(), 1);
                matmul.primitive_desc description = new matmul.primitive_desc(processor, a, b, c, attributes, false);
                memory.desc scratch = description.scratchpad_desc()) {
            requireFast(description);
            primitive = new matmul(description);
            scratchpad = scratch.get_size();
            memory.desc[] layouts = {a, b, c, scratch};
            int[] roles = {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_WEIGHTS, dnnl.DNNL_ARG_DST, dnnl.DNNL_ARG_SCRATCHPAD};
            for (int i = 0; i < ARGUMENTS; i++) {
                operands[i] = new memory(layouts[i], processor, new Pointer());
                handles[i] = operands[i].get();
                arguments.position(i).arg(roles[i]).memory(handles[i]);
            }
            arguments.position(0);
        }
        handle = primitive.get();
    }

    /** Returns how many bytes of memory a call needs beside its operands. */
    long scratchpad() {
        return scratchpad;
    }

    /** Computes the product, and waits for it. */
    void run(dnnl_stream stream, Pointer a, Pointer b, Pointer c, Pointer scratch) {
        point(0, a);
        point(1, b);
        point(2, c);
        point(3, scratch);
        check(dnnl.dnnl_primitive_execute(handle, stream, ARGUMENTS, arguments));
        check(dnnl.dnnl_stream_wait(stream));
    }

    private void point(int operand, Pointer start) {
        check(dnnl.dnnl_memory_set_data_handle(handles[operand], start));
    }

    private static void check(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN refused a product with status " + status);
        }
    }

    private static primitive_attr attributes(boolean accumulate) {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        if (accumulate) {
            try (post_ops after = new post_ops()) {
                after.append_sum();
                attributes.set_post_ops(after);
            }
        }
        return attributes;
    }

    private static memory.desc matrix(long rows, long columns, long betweenRows, long betweenColumns) {
        return new memory.desc(
                new long[] {rows, columns}, memory.data_type.f32, new long[] {betweenRows, betweenColumns});
    }

    /** Refuses oneDNN's reference loops, which are hundreds of times slower than the portable kernels. */
    private static void requireFast(matmul.primitive_desc description) {
        String implementation = description.impl_info_str().getString();
        if (implementation.startsWith("ref")) {
            throw new IllegalArgumentException("oneDNN has only " + implementation);
        }
    }

    /** Gives the native objects back. */
    @Override
    public void close() {
        arguments.close();
        for (memory operand : operands) {
            operand.close();
        }
        primitive.close();
    }
}
