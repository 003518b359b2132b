package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * Copies the weights of a convolution from where they lie plainly to where they lie as oneDNN asks for, or back. Its
 * operands are what is read and what is written.
 *
 * @param convolution whose weights are copied
 * @param back whether they are copied to where they lie plainly
 */
record OneDnnPacking(OneDnnConvolution convolution, boolean back) implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        engine processor = OneDnn.processor();
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc plain = convolution.plain();
                memory.desc packed = convolution.packed()) {
            memory.desc from = back ? packed : plain;
            memory.desc to = back ? plain : packed;
            try (reorder.primitive_desc description =
                            new reorder.primitive_desc(processor, from, processor, to, attributes, false);
                    memory.desc scratch = description.scratchpad_desc()) {
                return new OneDnnCall(
                        new reorder(description),
                        scratch,
                        List.of(new Operand(dnnl.DNNL_ARG_SRC, from), new Operand(dnnl.DNNL_ARG_DST, to)));
            }
        }
    }
}
