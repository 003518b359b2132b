package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * A function of each of n neighbouring numbers. Its operands are x and the result, which may be x.
 *
 * @param algorithm one of oneDNN's {@code dnnl_eltwise_}
 * @param alpha the function's parameter, which is part of the primitive
 * @param n how many numbers
 */
record OneDnnMap(int algorithm, float alpha, int n) implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc line = OneDnnCall.dense(n);
                eltwise_forward.primitive_desc description = description(line, attributes);
                memory.desc scratch = description.scratchpad_desc()) {
            OneDnnCall.requireFast(description.impl_info_str());
            return new OneDnnCall(
                    new eltwise_forward(description),
                    scratch,
                    List.of(new Operand(dnnl.DNNL_ARG_SRC, line), new Operand(dnnl.DNNL_ARG_DST, line)));
        }
    }

    private eltwise_forward.primitive_desc description(memory.desc line, primitive_attr attributes) {
        return new eltwise_forward.primitive_desc(
                OneDnn.processor(), dnnl.dnnl_forward_inference, algorithm, line, line, alpha, 0, attributes, false);
    }
}
