package org.gan4j.core.kernel.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The call of one operation of ND4J by one thread, made once: a context made for each call would hold native memory
 * until the garbage collector finds it.
 */
final class Nd4jContext {
    private final CustomOp operation;
    private final OpContext context = Nd4j.getExecutioner().buildContext();

    Nd4jContext(CustomOp operation) {
        this.operation = operation;
    }

    /** Sets the operation's integers, such as axes. */
    Nd4jContext integers(long... values) {
        context.setIArguments(values);
        return this;
    }

    /** Sets the operation's real parameters. */
    Nd4jContext reals(double... values) {
        context.setTArguments(values);
        return this;
    }

    /** Computes the output, which may be an input. */
    void run(INDArray output, INDArray... inputs) {
        context.setInputArrays(inputs);
        context.setOutputArrays(output);
        Nd4j.exec(operation, context);
    }
}
