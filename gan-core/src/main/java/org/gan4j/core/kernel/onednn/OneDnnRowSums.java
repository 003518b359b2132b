package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reduction;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * The sum of each row of a matrix, in single precision. Its operands are the matrix and the sums.
 *
 * @param rows how many rows
 * @param columns how many numbers in each
 */
record OneDnnRowSums(int rows, int columns) implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc x = OneDnnCall.dense(rows, columns);
                memory.desc z = OneDnnCall.dense(rows, 1);
                reduction.primitive_desc description = new reduction.primitive_desc(
                        OneDnn.processor(), dnnl.dnnl_reduction_sum, x, z, 0, 0, attributes, false);
                memory.desc scratch = description.scratchpad_desc()) {
            OneDnnCall.requireFast(description.impl_info_str());
            return new OneDnnCall(
                    new reduction(description),
                    scratch,
                    List.of(new Operand(dnnl.DNNL_ARG_SRC, x), new Operand(dnnl.DNNL_ARG_DST, z)));
        }
    }
}
