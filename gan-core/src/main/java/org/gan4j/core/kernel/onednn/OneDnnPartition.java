package org.gan4j.core.kernel.onednn;

import java.util.function.IntFunction;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.kernel.parallel.LinePartition;

/** Runs primitives of oneDNN on the pieces that {@link LinePartition} cuts operands into. */
final class OneDnnPartition {
    private OneDnnPartition() {}

    /** Runs a primitive on each piece of the operands; false, and nothing else, if oneDNN has none for them. */
    static boolean run(int rows, int width, int threshold, IntFunction<OneDnnShape> shape, Operand... operands) {
        int each = LinePartition.each(rows, width, threshold);
        OneDnnThread own = OneDnnThread.current();
        OneDnnShape piece = shape.apply(each);
        int last = LinePartition.last(rows, each);
        OneDnnShape rest = last == each ? piece : shape.apply(last);
        if (!own.has(piece) || !own.has(rest)) {
            return false;
        }
        LinePartition.run(rows, width, threshold, (from, count) -> {
            Pointer[] starts = new Pointer[operands.length];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = operands[i].at(from);
            }
            if (!OneDnnThread.current().run(count == each ? piece : rest, starts)) {
                throw new IllegalStateException("oneDNN prepared " + piece + " on one thread and not on another");
            }
        });
        return true;
    }

    /** Memory in which row i begins i times {@code width} numbers behind the start. */
    record Operand(Pointer start, int width) {
        Pointer at(int row) {
            long offset = (long) row * width;
            return offset == 0 || !(start instanceof FloatPointer floats) ? start : floats.getPointer(offset);
        }
    }
}
