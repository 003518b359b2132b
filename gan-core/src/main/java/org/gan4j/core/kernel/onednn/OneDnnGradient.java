package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * The gradient of a function of each of n neighbouring numbers. Its operands are the incoming gradient, the function's
 * argument or value, and the result, which may be either of the others.
 *
 * @param algorithm one of oneDNN's {@code dnnl_eltwise_}
 * @param fromValue whether the second operand is the value, as the algorithms that end in {@code use_dst_for_bwd} take it
 * @param alpha the function's parameter, which is part of the primitive
 * @param n how many numbers
 */
record OneDnnGradient(int algorithm, boolean fromValue, float alpha, int n) implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc line = OneDnnCall.dense(n);
                eltwise_forward.primitive_desc forward = new eltwise_forward.primitive_desc(
                        OneDnn.processor(), dnnl.dnnl_forward_training, algorithm, line, line, alpha, 0);
                eltwise_backward.primitive_desc description = new eltwise_backward.primitive_desc(
                        OneDnn.processor(), algorithm, line, line, line, alpha, 0, forward, attributes, false);
                memory.desc scratch = description.scratchpad_desc()) {
            OneDnnCall.requireFast(description.impl_info_str());
            return new OneDnnCall(
                    new eltwise_backward(description),
                    scratch,
                    List.of(
                            new Operand(dnnl.DNNL_ARG_DIFF_DST, line),
                            new Operand(fromValue ? dnnl.DNNL_ARG_DST : dnnl.DNNL_ARG_SRC, line),
                            new Operand(dnnl.DNNL_ARG_DIFF_SRC, line)));
        }
    }
}
