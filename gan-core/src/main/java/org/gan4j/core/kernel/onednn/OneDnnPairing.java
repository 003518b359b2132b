package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * A function of two numbers, for every number of a matrix x and the one at the same place of y, a matrix of the same
 * size, one row, one column or one number, which is repeated. Its operands are x, y and the result, which may be an
 * operand of the result's size.
 *
 * @param algorithm one of oneDNN's {@code dnnl_binary_}
 * @param rows the rows of x
 * @param columns the columns of x
 * @param rowsOfY as many, or 1
 * @param columnsOfY as many, or 1
 */
record OneDnnPairing(int algorithm, int rows, int columns, int rowsOfY, int columnsOfY) implements OneDnnShape {
    @Override
    public OneDnnCall prepare() {
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc x = OneDnnCall.dense(rows, columns);
                memory.desc y = OneDnnCall.dense(rowsOfY, columnsOfY);
                binary.primitive_desc description =
                        new binary.primitive_desc(OneDnn.processor(), algorithm, x, y, x, attributes, false);
                memory.desc scratch = description.scratchpad_desc()) {
            OneDnnCall.requireFast(description.impl_info_str());
            return new OneDnnCall(
                    new binary(description),
                    scratch,
                    List.of(
                            new Operand(dnnl.DNNL_ARG_SRC_0, x),
                            new Operand(dnnl.DNNL_ARG_SRC_1, y),
                            new Operand(dnnl.DNNL_ARG_DST, x)));
        }
    }
}
