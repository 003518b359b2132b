package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A primitive of oneDNN, prepared for one thread, with operands that are pointed to other memory for each call. It must
 * stay with its thread: a primitive that two threads run gives wrong numbers in silence.
 */
final class OneDnnCall implements AutoCloseable {
    /**
     * An operand.
     *
     * @param role what it is to the primitive, such as {@code DNNL_ARG_SRC}
     * @param layout its sizes and how they lie in memory
     */
    record Operand(int role, memory.desc layout) {}

    private final primitive prepared;
    private final dnnl_primitive handle;
    private final memory[] operands;
    private final dnnl_memory[] handles;
    private final dnnl_exec_arg_t arguments;
    private final long scratchpad;
    private final long[] bytes;

    /**
     * Takes over a primitive that was made with {@link #attributes}.
     *
     * @param prepared the primitive, which {@link #close} closes
     * @param scratch the layout of its scratchpad
     * @param layouts its operands, in the order in which {@link #run} takes their memory
     */
    OneDnnCall(primitive prepared, memory.desc scratch, List<Operand> layouts) {
        this.prepared = prepared;
        handle = prepared.get();
        int count = layouts.size() + 1;
        operands = new memory[count];
        handles = new dnnl_memory[count];
        arguments = new dnnl_exec_arg_t(count);
        bytes = layouts.stream().mapToLong(each -> each.layout().get_size()).toArray();
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            memory.desc layout = last ? scratch : layouts.get(i).layout();
            operands[i] = new memory(layout, OneDnn.processor(), new Pointer());
            handles[i] = operands[i].get();
            arguments
                    .position(i)
                    .arg(last ? dnnl.DNNL_ARG_SCRATCHPAD : layouts.get(i).role())
                    .memory(handles[i]);
        }
        arguments.position(0);
        scratchpad = scratch.get_size();
    }

    /** Returns the layout of float32 numbers of these sizes in row-major order. */
    static memory.desc dense(long... sizes) {
        long[] between = new long[sizes.length];
        long next = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            between[axis] = next;
            next *= sizes[axis];
        }
        return new memory.desc(sizes, memory.data_type.f32, between);
    }

    /** Returns attributes with the one that every primitive here needs: the scratchpad comes with the call. */
    static primitive_attr attributes() {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        return attributes;
    }

    /**
     * Refuses oneDNN's reference loops, which are hundreds of times slower than the portable kernels.
     *
     * @param implementation what oneDNN says of the implementation that it chose
     */
    static void requireFast(BytePointer implementation) {
        String name = implementation.getString();
        if (name.contains("ref")) {
            throw new IllegalArgumentException("oneDNN has only " + name);
        }
    }

    /** Returns how many bytes of memory a call needs beside its operands. */
    long scratchpad() {
        return scratchpad;
    }

    /** Returns how many bytes of memory an operand takes. */
    long bytes(int operand) {
        return bytes[operand];
    }

    /** Runs the primitive on operands that begin at the pointers, and waits for it. */
    void run(dnnl_stream stream, Pointer scratch, Pointer... starts) {
        int last = handles.length - 1;
        for (int i = 0; i < last; i++) {
            point(i, starts[i]);
        }
        point(last, scratch);
        check(dnnl.dnnl_primitive_execute(handle, stream, handles.length, arguments));
        check(dnnl.dnnl_stream_wait(stream));
    }

    private void point(int operand, Pointer start) {
        check(dnnl.dnnl_memory_set_data_handle(handles[operand], start));
    }

    private static void check(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN refused a call with status " + status);
        }
    }

    /** Gives the native objects back. */
    @Override
    public void close() {
        arguments.close();
        for (memory operand : operands) {
            operand.close();
        }
        prepared.close();
    }
}
