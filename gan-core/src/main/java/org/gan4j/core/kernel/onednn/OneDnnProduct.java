package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * A product of one shape: [m, k] times [k, n], and how many elements of memory lie between the rows and between the
 * columns of each operand. The columns of the result lie side by side. Its operands are a, b, the result, and
 * the bias that is added to each row, if there is one.
 */
record OneDnnProduct(
        int m,
        int k,
        int n,
        int rowsOfA,
        int columnsOfA,
        int rowsOfB,
        int columnsOfB,
        int rowsOfC,
        boolean accumulate,
        boolean bias)
        implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        try (primitive_attr attributes = attributes();
                memory.desc a = matrix(m, k, rowsOfA, columnsOfA);
                memory.desc b = matrix(k, n, rowsOfB, columnsOfB);
                memory.desc c = matrix(m, n, rowsOfC, 1);
                memory.desc row = matrix(1, n, n, 1);
                matmul.primitive_desc description = bias
                        ? new matmul.primitive_desc(OneDnn.processor(), a, b, row, c, attributes, false)
                        : new matmul.primitive_desc(OneDnn.processor(), a, b, c, attributes, false);
                memory.desc scratch = description.scratchpad_desc()) {
            OneDnnCall.requireFast(description.impl_info_str());
            Operand left = new Operand(dnnl.DNNL_ARG_SRC, a);
            Operand right = new Operand(dnnl.DNNL_ARG_WEIGHTS, b);
            Operand result = new Operand(dnnl.DNNL_ARG_DST, c);
            List<Operand> operands = bias
                    ? List.of(left, right, result, new Operand(dnnl.DNNL_ARG_BIAS, row))
                    : List.of(left, right, result);
            return new OneDnnCall(new matmul(description), scratch, operands);
        }
    }

    private primitive_attr attributes() {
        primitive_attr attributes = OneDnnCall.attributes();
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
}
