package org.gan4j.core.kernel.onednn;

import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.onednn.OneDnnCall.Operand;

/**
 * One of the three maps of a convolution of one size. Its operands are x, w and z, whichever of them is the result. The
 * images have their channels last; the weights lie as oneDNN asks for, see {@link OneDnnPacking}.
 *
 * @param map which of the three is computed
 * @param sizes the sizes, of a whole batch or of a part of it
 * @param packedFor the batch for which oneDNN chooses how the weights lie, so that parts of a batch can share them
 */
record OneDnnConvolution(Direction map, ConvolutionSizes sizes, int packedFor) implements OneDnnShape {
    /** The place of the weights among the operands. */
    static final int WEIGHTS = 1;

    /** What is computed from what. */
    enum Direction {
        /** z from x and w. */
        FORWARD,
        /** x from z and w. */
        BACKWARD_DATA,
        /** w from x and z. */
        BACKWARD_WEIGHTS
    }

    @Override
    public OneDnnCall prepare() {
        try (memory.desc w = packed();
                primitive_desc description = describe(w, sizes.batch());
                memory.desc scratch = description.scratchpad_desc();
                memory.desc x = images(sizes.batch(), sizes.x());
                memory.desc z = images(sizes.batch(), sizes.z())) {
            OneDnnCall.requireFast(description.impl_info_str());
            boolean data = map == Direction.BACKWARD_DATA;
            boolean weights = map == Direction.BACKWARD_WEIGHTS;
            return new OneDnnCall(
                    new primitive(description),
                    scratch,
                    List.of(
                            new Operand(data ? dnnl.DNNL_ARG_DIFF_SRC : dnnl.DNNL_ARG_SRC, x),
                            new Operand(weights ? dnnl.DNNL_ARG_DIFF_WEIGHTS : dnnl.DNNL_ARG_WEIGHTS, w),
                            new Operand(map == Direction.FORWARD ? dnnl.DNNL_ARG_DST : dnnl.DNNL_ARG_DIFF_DST, z)));
        }
    }

    /** Returns how oneDNN wants the weights to lie. */
    memory.desc packed() {
        try (memory.desc any = new memory.desc(weightSizes(), memory.data_type.f32, memory.format_tag.any, false);
                primitive_desc description = describe(any, packedFor)) {
            return map == Direction.BACKWARD_WEIGHTS ? description.diff_weights_desc() : description.weights_desc();
        }
    }

    /** Returns how the weights of this project lie: [window height, window width, channels of x, channels of z]. */
    memory.desc plain() {
        long out = sizes.z().channels();
        long in = sizes.x().channels() * out;
        return new memory.desc(
                weightSizes(),
                memory.data_type.f32,
                new long[] {1, out, sizes.window().width() * in, in},
                false);
    }

    private long[] weightSizes() {
        Window window = sizes.window();
        return new long[] {sizes.z().channels(), sizes.x().channels(), window.height(), window.width()};
    }

    private primitive_desc describe(memory.desc w, int batch) {
        engine processor = OneDnn.processor();
        Window window = sizes.window();
        long[] strides = {window.strideHeight(), window.strideWidth()};
        long[] before = {window.top(), window.left()};
        long[] after = after();
        try (primitive_attr attributes = OneDnnCall.attributes();
                memory.desc x = images(batch, sizes.x());
                memory.desc z = images(batch, sizes.z())) {
            var direct = dnnl.algorithm.convolution_direct;
            convolution_forward.primitive_desc forward = new convolution_forward.primitive_desc(
                    processor,
                    dnnl.prop_kind.forward_training,
                    direct,
                    x,
                    w,
                    z,
                    strides,
                    before,
                    after,
                    attributes,
                    false);
            if (map == Direction.FORWARD) {
                return forward;
            }
            try (forward) {
                return map == Direction.BACKWARD_DATA
                        ? new convolution_backward_data.primitive_desc(
                                processor, direct, x, w, z, strides, before, after, forward, attributes, false)
                        : new convolution_backward_weights.primitive_desc(
                                processor, direct, x, w, z, strides, before, after, forward, attributes, false);
            }
        }
    }

    private static memory.desc images(long batch, Image image) {
        long row = (long) image.width() * image.channels();
        return new memory.desc(
                new long[] {batch, image.channels(), image.height(), image.width()},
                memory.data_type.f32,
                new long[] {image.height() * row, 1, row, image.channels()},
                false);
    }

    /** The padding below and right of x: as much as the last window needs; what is left over of x may stay unread. */
    private long[] after() {
        Window window = sizes.window();
        return new long[] {
            after(
                    sizes.x().height() + window.top(),
                    window.height(),
                    window.strideHeight(),
                    sizes.z().height()),
            after(
                    sizes.x().width() + window.left(),
                    window.width(),
                    window.strideWidth(),
                    sizes.z().width())
        };
    }

    private static long after(long size, int window, int stride, int windows) {
        long needed = (windows - 1L) * stride + window - size;
        return needed > 0 ? needed : Math.min(0, needed + stride - 1);
    }
}
